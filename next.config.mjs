/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // The type check is its own step of `npm test`; `next build` runs it too, so a broken type never ships.
  devIndicators: false,
};
