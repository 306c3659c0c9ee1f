import 'paystep/styles.css';

export const metadata = { title: 'Leaf & Kettle', referrer: 'no-referrer' };

export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
