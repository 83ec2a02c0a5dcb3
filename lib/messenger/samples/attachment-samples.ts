import { fromPerson, onInstagram } from "./sample";

const sends = (title: string, ...attachments: string[]) =>
  fromPerson(title, "messages", `"message":{"mid":"m_demoA3","attachments":[${attachments.join(",")}]}`);
const sendsOnInstagram = (title: string, attachment: string) =>
  onInstagram(fromPerson(title, "messages", `"message":{"mid":"aWdfYXR0YWNo","attachments":[${attachment}]}`));
const media = (type: string, extension: string) =>
  `{"type":"${type}","payload":{"url":"https://cdn.example.test/v/t1.15752-9/abc.${extension}?oh=1&oe=2"}}`;

/** Its times are in seconds (Meta docs: messages). */
const appointment = (status: string) =>
  sends(
    `An appointment ${status}`,
    `{"type":"appointment_booking","payload":{"booking_id":"bk-1","status":"${status}","start_time":1790086400,"end_time":1790090000,"timezone":"Europe/Rome"}}`,
  );

/** Messages of one attachment, by its type (Meta docs: messages; Instagram webhooks). */
export const SAMPLES_OF_ATTACHMENT = {
  image: [sends("An image", media("image", "jpg")), sendsOnInstagram("Instagram: an image", media("image", "gif"))],
  audio: [sends("A voice message", media("audio", "mp4"))],
  video: [sends("A video", media("video", "mp4"))],
  file: [sends("A file", media("file", "pdf"))],
  sticker: [
    sends(
      "The thumb",
      `{"type":"sticker","payload":{"url":"https://cdn.example.test/sticker.png","sticker_id":369239263222822}}`,
    ),
    sends(
      "A sticker id as text",
      `{"type":"sticker","payload":{"url":"https://cdn.example.test/sticker.png","sticker_id":"369239383222810"}}`,
    ),
  ],
  location: [
    sends(
      "A place, as older apps sent it",
      `{"type":"location","title":"Ana's location","url":"https://maps.example.test/?q=1","payload":{"coordinates":{"lat":44.4056,"long":8.9463}}}`,
    ),
  ],
  fallback: [
    sends(
      "A link preview",
      `{"type":"fallback","payload":{"url":"https://l.example.test/?u=https%3A%2F%2Fshop.example.test","title":"Blue bike"}}`,
    ),
    sends("Something without a payload", `{"type":"fallback"}`),
    sends(
      "Title and url beside the payload",
      `{"title":"Blue bike","url":"https://l.example.test/?u=x","type":"fallback","payload":null}`,
    ),
  ],
  reel: [
    sends(
      "A reel",
      `{"type":"reel","payload":{"url":"https://cdn.example.test/reel.mp4","title":"Our workshop","reel_video_id":120000000000001}}`,
    ),
  ],
  ig_reel: [
    sendsOnInstagram(
      "Instagram: a reel",
      `{"type":"ig_reel","payload":{"url":"https://cdn.example.test/reel.mp4","title":"Our workshop","reel_video_id":17850000000000002}}`,
    ),
  ],
  post: [
    sends(
      "A shared post",
      `{"type":"post","payload":{"url":"https://social.example.test/p/1","title":"Spring is here","id":"200000000000001_555"}}`,
    ),
  ],
  ig_post: [
    sendsOnInstagram(
      "Instagram: a shared post",
      `{"type":"ig_post","payload":{"url":"https://cdn.example.test/post.jpg","title":"Spring is here","ig_post_media_id":"17850000000000003"}}`,
    ),
  ],
  template: [
    sends(
      "Products of the shop",
      `{"type":"template","payload":{"product":{"elements":[{"id":"77","retailer_id":"sku-1","image_url":"https://cdn.example.test/bike.jpg","title":"Blue bike","subtitle":"€249"},{"id":"78","retailer_id":"sku-2","image_url":"https://cdn.example.test/bell.jpg","title":"Bell","subtitle":"€11"}]}}}`,
    ),
  ],
  appointment_booking: [
    appointment("requested"),
    appointment("confirmed"),
    appointment("declined"),
    appointment("cancelled"),
  ],
  story_mention: [
    sendsOnInstagram(
      "Instagram: the account in somebody's story",
      `{"type":"story_mention","payload":{"url":"https://cdn.example.test/story.jpg"}}`,
    ),
  ],
  story: [
    sendsOnInstagram("Instagram: a story", `{"type":"story","payload":{"url":"https://cdn.example.test/story.jpg"}}`),
  ],
  ig_story: [
    sendsOnInstagram(
      "Instagram: a shared story",
      `{"type":"ig_story","payload":{"url":"https://cdn.example.test/story.jpg"}}`,
    ),
  ],
  ephemeral: [sendsOnInstagram("Instagram: a picture that disappears", `{"type":"ephemeral"}`)],
  media: [sendsOnInstagram("Instagram: media", media("media", "jpg"))],
  share: [
    sendsOnInstagram(
      "Instagram: a shared post, as it came until 2026",
      `{"type":"share","payload":{"url":"https://cdn.example.test/post.jpg"}}`,
    ),
  ],
} as const;
