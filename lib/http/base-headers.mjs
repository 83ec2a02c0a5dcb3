/**
 * With every answer, whoever gives it: pages, API, webhook, files, redirects, errors. Plain JavaScript, since
 * next.config.mjs reads it too.
 */
export const BASE_HEADERS = {
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
  // For browsers that do not know frame-ancestors.
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  // The desk asks for none of it, so nothing that gets into a page can.
  "permissions-policy": [
    "accelerometer",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "hid",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "serial",
    "usb",
    "xr-spatial-tracking",
  ]
    .map((feature) => `${feature}=()`)
    .join(", "),
};
