// The hidden page of 3-D Secure sends its form without anybody’s help, in older browsers too.
document.querySelector('form[data-autosubmit]').submit();
