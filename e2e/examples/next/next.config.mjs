/** No other site frames the checkout, and no text of somebody's leads its customers elsewhere. */
const policy = "frame-ancestors 'self'; base-uri 'none'; form-action 'self'";

export default {
  headers: () => [
    { source: '/:path*', headers: [{ key: 'Content-Security-Policy', value: policy }] },
  ],
};
