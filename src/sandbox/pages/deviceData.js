// The hidden page of 3-D Secure sends its form without anybody's help.
document.querySelector('form[data-autosubmit]').requestSubmit();
