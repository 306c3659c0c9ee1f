// The same server by another name is another origin, as a merchant's CDN is.
const script = document.createElement('script');
script.src = `http://127.0.0.1:${location.port}/paystep.js`;
if (new URLSearchParams(location.search).has('cors')) script.crossOrigin = 'anonymous';
document.head.append(script);
