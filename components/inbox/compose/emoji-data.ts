/** What each emoji is found by, its name first; a line an emoji. By hand: what support staff reach for, not all 3,800. */
const NAMED = {
  smileys: `
😀 grinning
😃 smiling open mouth
😄 smiling open mouth eyes
😁 grinning smiling eyes
😆 smiling open mouth tightly closed eyes
😅 smiling open mouth cold sweat
🤣 rolling floor laughing laugh rofl
😂 tears joy laugh lol
🙂 slightly smiling happy
🙃 upside down
😉 winking wink
😊 smiling eyes happy
😇 smiling halo
🥰 smiling eyes three hearts love
😍 smiling heart shaped eyes love
🤩 grinning star eyes
😘 throwing kiss
😗 kissing
😚 kissing closed eyes
😙 kissing smiling eyes
😋 savouring delicious food
😛 stuck out tongue
😜 stuck out tongue winking eye
🤪 grinning one large small eye
😝 stuck out tongue tightly closed eyes
🤑 money mouth
🤗 hugging
🤭 smiling eyes hand covering mouth
🤫 finger covering closed lips
🤔 thinking hmm
🤐 zipper mouth
🤨 one eyebrow raised
😐 neutral
😑 expressionless
😶 without mouth
😏 smirking
😒 unamused
🙄 rolling eyes
😬 grimacing
😌 relieved
😔 pensive
😪 sleepy
😴 sleeping
😷 medical mask sick
🤒 thermometer sick
🤕 head bandage
🤢 nauseated sick
🤮 open mouth vomiting
🥵 overheated
🥶 freezing
😵 dizzy
🤯 shocked exploding head
🥳 party horn hat
😎 smiling sunglasses cool
🤓 nerd
🧐 monocle
😕 confused
😟 worried
🙁 slightly frowning
😮 open mouth
😯 hushed
😲 astonished
😳 flushed
🥺 pleading eyes
😦 frowning open mouth
😧 anguished
😨 fearful
😰 open mouth cold sweat
😥 disappointed but relieved
😢 crying sad cry
😭 loudly crying sad cry
😱 screaming fear
😖 confounded
😣 persevering
😞 disappointed
😓 cold sweat
😩 weary
😫 tired
🥱 yawning
😤 look triumph
😡 pouting angry
😠 angry
🤬 serious symbols covering mouth`,
  people: `
👋 waving hand hello bye
🤚 raised back hand
🖐️ raised hand fingers splayed
✋ raised hand
🖖 raised hand part between middle ring fingers
👌 ok hand
🤏 pinching hand
✌️ victory hand
🤞 hand index middle fingers crossed
🤟 i love you hand
🤘 horns
🤙 call me hand
👈 left pointing backhand index
👉 right pointing backhand index
👆 up pointing backhand index
👇 down pointing backhand index
☝️ up pointing index
👍 thumbs up yes ok like
👎 thumbs down no dislike
✊ raised fist
👊 fisted hand
👏 clapping hands bravo
🙌 person raising both hands celebration hooray
👐 open hands
🤲 palms up together
🤝 handshake deal agree
🙏 person folded hands thanks please
✍️ writing hand
💪 flexed biceps strong
👀 eyes look see
👂 ear
🧠 brain
👶 baby
🧒 child
👦 boy
👧 girl
👨 man
👩 woman
🧑 adult
👴 older man
👵 older woman
👮 police officer
👷 construction worker
💂 guardsman
🧑‍🍳 cook
🧑‍🔧 mechanic repair
🧑‍💻 technologist computer
🙋 happy person raising one hand
🙅 no good gesture
🙆 ok gesture
💁 information desk person
🤷 shrug dunno
🤦 palm facepalm
🚶 pedestrian
🏃 runner
💃 dancer
🕺 man dancing
👪 family`,
  hearts: `
❤️ heart love red
🧡 orange heart
💛 yellow heart
💚 green heart
💙 blue heart
💜 purple heart
🤎 brown heart
🖤 heart
🤍 heart
💔 broken heart
💕 two hearts
💞 revolving hearts
💓 beating heart
💗 growing heart
💖 sparkling heart
💘 heart arrow
💝 heart ribbon
💯 hundred points perfect
💢 anger
💥 collision
💫 dizzy
💦 splashing sweat
💬 speech balloon
💭 thought balloon
💤 sleeping
✨ sparkles new magic
⭐ medium star
🌟 glowing star
🔥 fire hot
🎉 party popper celebrate
🎊 confetti ball
🎈 balloon
🎁 wrapped present gift`,
  nature: `
🐶 dog
🐱 cat
🐭 mouse
🐹 hamster
🐰 rabbit
🦊 fox
🐻 bear
🐼 panda
🐨 koala
🐯 tiger
🦁 lion
🐮 cow
🐷 pig
🐸 frog
🐵 monkey
🐔 chicken
🐧 penguin
🐦 bird
🦄 unicorn
🐝 honeybee
🦋 butterfly
🐢 turtle
🐬 dolphin
🐟 fish
🌵 cactus
🎄 christmas tree
🌲 evergreen tree
🌳 deciduous tree
🌴 palm tree
🌱 seedling
🌿 herb
🍀 four leaf clover
🍁 maple leaf
🍂 fallen leaf
🌷 tulip
🌹 rose
🌻 sunflower
🌸 cherry blossom
🌼 blossom
🌍 earth globe europe africa
🌙 crescent moon
☀️ sun rays
⛅ sun behind cloud
☁️ cloud
🌧️ cloud rain
⛈️ thunder cloud rain
❄️ snowflake
☃️ snowman
🌈 rainbow
⚡ high voltage
🌊 water wave`,
  food: `
🍏 green apple
🍎 red apple
🍐 pear
🍊 tangerine
🍋 lemon
🍌 banana
🍉 watermelon
🍇 grapes
🍓 strawberry
🍒 cherries
🍑 peach
🥭 mango
🍍 pineapple
🥥 coconut
🥝 kiwifruit
🍅 tomato
🥑 avocado
🥦 broccoli
🥕 carrot
🌽 ear maize
🥔 potato
🍞 bread
🥐 croissant
🥖 baguette bread
🧀 cheese wedge
🥚 egg
🍳 cooking
🥞 pancakes
🥓 bacon
🍗 poultry leg
🍔 hamburger
🍟 french fries
🍕 slice pizza
🌭 hot dog
🥪 sandwich
🌮 taco
🌯 burrito
🥗 green salad
🍝 spaghetti
🍜 steaming bowl
🍣 sushi
🍱 bento box
🍚 cooked rice
🍦 soft ice cream
🍰 shortcake
🎂 birthday cake
🧁 cupcake
🍫 chocolate bar
🍬 candy
🍪 cookie
🍩 doughnut
☕ hot beverage coffee
🍵 teacup without handle
🥛 glass milk
🍺 beer mug
🍷 wine glass
🍸 cocktail glass
🍾 bottle popping cork cheers
🥂 clinking glasses cheers`,
  things: `
🚗 automobile
🚕 taxi
🚌 bus
🚲 bicycle bike cycle
🛵 motor scooter
🏍️ racing motorcycle motorbike
🚆 train
✈️ airplane
🚀 rocket
🚢 ship
🛴 scooter
🚚 delivery truck
📦 package parcel delivery
🏠 house building home
🏢 office building
🏪 convenience store
🏬 department store
🏥 hospital
🏫 school
🏨 hotel
⛺ tent
🏖️ beach umbrella
🏔️ snow capped mountain
🗺️ world map
📍 round pushpin place location
🕐 clock one oclock
⏰ alarm clock time
⌛ hourglass
📅 calendar date
📞 telephone receiver call
📱 mobile phone
💻 personal computer
🖨️ printer
📷 camera
🎥 movie camera
📺 television
🎧 headphone
🎵 musical note
🎸 guitar
📚 books
📖 open book
📝 memo
✏️ pencil
📎 paperclip
📌 pushpin
✂️ scissors
🔒 lock
🔑 key
🔧 wrench repair tool
🔨 hammer repair tool
⚙️ gear
🧰 toolbox
💡 electric light bulb
🔋 battery
🛒 shopping trolley shop cart
🛍️ shopping bags shop
👕 t shirt
👟 athletic shoe
👜 handbag
💍 ring
💶 banknote euro money
💳 credit card pay
🧾 receipt bill
📧 e mail
📨 incoming envelope
📬 open mailbox raised flag
📈 chart upwards trend
📊 bar chart
🔍 left pointing magnifying glass
♻️ universal recycling
🏆 trophy
🏅 sports medal
⚽ soccer ball
🏀 basketball hoop
🎾 tennis racquet ball
🏊 swimmer
🚴 bicyclist bike ride`,
  signs: `
✅ check mark done yes ok
☑️ ballot box check
✔️ check mark
❌ cross mark no wrong
❎ negative squared cross mark
➕ plus
➖ minus
❓ question mark ornament
❗ exclamation mark important
‼️ double exclamation mark
⚠️ warning attention
🚫 no entry
⛔ no entry
🆗 squared ok
🆕 squared new
🆓 squared free
🔝 top upwards arrow above
🔜 soon rightwards arrow above
🔙 back leftwards arrow above
➡️ rightwards arrow
⬅️ leftwards arrow
⬆️ upwards arrow
⬇️ downwards arrow
↩️ leftwards arrow hook
🔄 anticlockwise downwards upwards open circle arrows
🔴 large red circle
🟠 large orange circle
🟡 large yellow circle
🟢 large green circle
🔵 large blue circle
🟣 large purple circle
⚫ medium circle
⚪ medium circle
🏁 chequered flag
🚩 triangular flag post`,
} as const;

export type EmojiCategory = keyof typeof NAMED;
export type Emoji = { emoji: string; name: string };

export const EMOJI_CATEGORIES = Object.entries(NAMED).map(([category, lines]) => ({
  category: category as EmojiCategory,
  emojis: lines.trim().split("\n").map(toEmoji),
}));

function toEmoji(line: string): Emoji {
  const at = line.indexOf(" ");
  return { emoji: line.slice(0, at), name: line.slice(at + 1) };
}
