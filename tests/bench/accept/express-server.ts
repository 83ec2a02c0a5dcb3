import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";
import express from "express";
import { announceServer } from "./announce-server";

/**
 * What Meta's guide shows: Express, `express.json` with a `verify` hook for the signature, a loop over the entries, and
 * the answer. It stores nothing, so what it has answered is lost with the process.
 */
const [, appSecret = ""] = process.argv.slice(2);
const app = express();

app.use(
  express.json({
    verify(request, _response, body) {
      const given = Buffer.from(String(request.headers["x-hub-signature-256"]));
      const expected = Buffer.from(`sha256=${createHmac("sha256", appSecret).update(body).digest("hex")}`);
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
        throw new Error("Couldn't validate the request signature.");
      }
    },
  }),
);

app.locals.messages = 0;

app.post("/api/webhook", (request, response) => {
  if (request.body.object !== "page") {
    response.sendStatus(404);
    return;
  }
  for (const entry of request.body.entry) {
    const event = entry.messaging[0];
    if (event.message && event.sender.id) app.locals.messages += 1;
  }
  response.status(200).send("EVENT_RECEIVED");
});

announceServer(createServer(app));
