/**
 * 适老版 beyond size and colour: what is pressed is large and apart, links are underlined plainly, nothing is small or close (《互联网网站适老化通用设计规范》
 * asks for large letters, high contrast, reading aloud and no floating windows, of which the portal has none).
 */
export const senior = `
.senior small, .senior .small, .senior .meta-line, .senior .tools, .senior .crumbs, .senior .quick, .senior .feed-links, .senior .site-foot { font-size: 1rem; }
.senior a { text-decoration-thickness: 2px; }
.senior .quick a, .senior .doors-nav a, .senior .site-foot a, .senior .tools a, .senior .tools strong, .senior .pager a, .senior .feed-links a { display: inline-block; padding: 10px 4px; min-height: 48px; min-width: 48px; }
.senior summary { padding: 10px 4px; }
.senior .list > li { padding: 14px 0; } .senior .list a { text-decoration: underline; text-decoration-thickness: 2px; }
.senior .button, .senior button { min-height: 52px; font-weight: 600; }
.senior .official-text { line-height: 2.1; } .senior .official-text p { text-align: start; }
.senior .read-aloud .button { font-size: 1.125rem; padding: 12px 22px; }
.senior :focus-visible { outline-width: 4px; }
.senior .doors { grid-template-columns: repeat(2, minmax(0, 1fr)); }
@media (max-width: 640px) { .senior .doors { grid-template-columns: 1fr; } }
`;
