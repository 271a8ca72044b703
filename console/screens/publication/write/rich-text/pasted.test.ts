import { describe, expect, it } from 'vitest';
import { rtfPictures } from './clipboard-pictures.ts';
import { pasted } from './pasted.ts';
import { placesIn, takePasted } from './take-pasted.ts';

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=ProgId content=Word.Document><style><!-- p.MsoNormal {mso-style-parent:""; margin:0cm;} --></style>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head>
<body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment-->
<p class=MsoNormal align=center style='text-align:center'><b><span style='font-size:22.0pt;font-family:方正小标宋简体'>示例县
通知<span lang=EN-US><o:p></o:p></span></span></b></p>
<p class=MsoNormal style='text-indent:32.0pt'><span style='font-family:黑体'>一、工作目标</span><span lang=EN-US><o:p></o:p></span></p>
<h2><span>（二）时间安排</span></h2>
<p class=MsoNormal><span style='mso-bidi-font-family:仿宋'>见<a href="https://www.gov.cn/zhengce"><span>中国政府网</span></a>和<a
href="file:///C:/内部.docx">内部稿</a>，<sup>2</sup>，<s>作废</s>。</span><span style='display:none;mso-hide:all'>内部批示</span><span
class=MsoCommentReference><span lang=EN-US><a class=msocomanchor href="#_msocom_1">[甲1]</a></span></span><del cite="mailto:x">删去</del><ins cite="mailto:x">增加</ins></p>
<p class=MsoListParagraph style='margin-left:21.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US
style='font-family:Wingdings'><span style='mso-list:Ignore'>l<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span></span><![endif]>甲类</p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;</span></span><![endif]>甲一</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>l<span>&nbsp;</span></span><![endif]>乙类</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span lang=EN-US><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span></span><![endif]>第一项</p>
<table class=MsoTableGrid border=1 style='border-collapse:collapse;mso-yfti-tbllook:1184'><thead><tr style='mso-yfti-irow:0'><td width=100 colspan=2><p class=MsoNormal><b>收费标准</b></p></td></tr></thead>
<tr><td rowspan=2><p class=MsoNormal>甲</p></td><td><p class=MsoNormal>1</p></td></tr><tr><td><p class=MsoNormal>2</p></td></tr></table>
<p class=MsoNormal><span><v:shape id="图片"><v:imagedata src="file:///C:/a.png"/></v:shape><img src="file:///C:/a.png"></span></p>
<p class=MsoNormal align=right style='text-align:right'>示例县人民政府办公室</p>
<div style='mso-element:comment-list'><p class=MsoCommentText>请局长定</p></div>
<!--EndFragment--></body></html>`;

const WPS = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns="http://www.w3.org/TR/REC-html40"><head><meta name="Generator" content="Kingsoft WPS Office"><style>.p0{mso-pagination:none}</style></head><body><!--StartFragment-->
<p class="p0" style="text-align:center;mso-pagination:widow-orphan"><span style="font-family:方正小标宋_GBK;mso-spacerun:'yes'">关于放假的通知</span><span><o:p></o:p></span></p>
<p class="MsoNormal"><span style="mso-spacerun:'yes'">各股室：</span><span><o:p>&nbsp;</o:p></span></p>
<p class="MsoNormal"><span style="font-weight:bold">请按要求执行</span><span>，联系人</span><span style="mso-hide:all">张某手机</span><span>见附件。</span></p>
<p class="MsoNormal"><o:p>&nbsp;</o:p></p>
<!--EndFragment--></body></html>`;

describe('PUB-70 what is pasted', () => {
  it('from Word becomes what the upload of the file gives', () =>
    expect(pasted(WORD)).toBe(
      [
        '<p data-align="center"><strong>示例县通知</strong></p>',
        '<h2>一、工作目标</h2>',
        '<h3>（二）时间安排</h3>',
        '<p>见<a href="https://www.gov.cn/zhengce">中国政府网</a>和内部稿，<sup>2</sup>，<s>作废</s>。增加</p>',
        '<ul><li>甲类<ul><li>甲一</li></ul></li><li>乙类</li></ul>',
        '<p>1.第一项</p>',
        '<table><tr><th colspan="2" scope="col"><p><strong>收费标准</strong></p></th></tr>',
        '<tr><td rowspan="2"><p>甲</p></td><td><p>1</p></td></tr><tr><td><p>2</p></td></tr></table>',
        '<p data-align="right">示例县人民政府办公室</p>',
      ].join(''),
    ));
  it('from WPS loses its classes, its marks and what it hides', () =>
    expect(pasted(WPS)).toBe(
      '<p data-align="center">关于放假的通知</p><p>各股室：</p><p><strong>请按要求执行</strong>，联系人见附件。</p>',
    ));
  it('PUB-105 slanted words stay, words parted by nothing are one, a heading and a link have no marks of their own', () =>
    expect(
      pasted(
        '<h1 class=MsoTitle><b>办</b><b>法</b></h1><p class=MsoNormal><b>粗</b><span style="font-weight:bold">体</span><i>斜</i><span style="font-style:italic">体</span><a href="https://a.example/"><u>网站</u></a></p>',
      ),
    ).toBe('<h2>办法</h2><p><strong>粗体</strong><em>斜体</em><a href="https://a.example/">网站</a></p>'));
  it('from a page stays as it is, for the editor to take what it knows', () =>
    expect(pasted('<p>正文 <em>一</em></p>')).toBe('<p>正文 <em>一</em></p>'));
  it('carries no script along, however it is marked as Word', () => {
    const html = pasted(
      '<p class=MsoNormal onclick=x()>甲<script>alert(1)</script><a href="javascript:x()">乙</a>&lt;b&gt;</p>',
    );
    expect(html).toBe('<p>甲乙&lt;b&gt;</p>');
  });
});

/** As Word writes it: the shape for programs that draw it, the picture for those that do not. */
const WORD_PICTURE = `<html xmlns:v="urn:schemas-microsoft-com:vml"><body><!--StartFragment--><p class=MsoNormal>流程：<span><!--[if gte vml 1]><v:shape id="图片_x0020_1" o:spid="_x0000_i1025" type="#_x0000_t75" style='width:90pt'><v:imagedata src="file:///C:/Users/a/AppData/Local/Temp/msohtmlclip1/01/clip_image001.png" o:title=""/></v:shape><![endif]--><![if !vml]><img width=120 height=80 src="file:///C:/Users/a/AppData/Local/Temp/msohtmlclip1/01/clip_image002.png" alt="办理流程示意" v:shapes="图片_x0020_1"><![endif]></span>见上。</p><!--EndFragment--></body></html>`;
const WPS_PICTURE = `<html xmlns:v="urn:schemas-microsoft-com:vml"><head><meta name=Generator content="Kingsoft WPS Office"></head><body><!--StartFragment--><p class=MsoNormal align=center><img width="100" height="60" src="file:///C:\\Users\\a\\AppData\\Local\\Temp\\ksohtml1020\\wps1.jpg"><img width="10" height="6" src="file:///C:\\Users\\a\\AppData\\Local\\Temp\\ksohtml1020\\wps2.png"></p><!--EndFragment--></body></html>`;
const VML_ALONE = `<p class=MsoNormal><v:shape style='width:9pt'><v:imagedata src="file:///C:/a.png"/></v:shape></p>`;
const picture = (kind: string, hex: string) =>
  `{\\*\\shppict{\\pict{\\*\\picprop\\shplid1025{\\sp{\\sn shapeType}{\\sv 75}}}\\picscalex100\\picw10\\pich9\\${kind}\\bliptag-1{\\*\\blipuid 00ff00ff}\n${hex}}}{\\nonshppict {\\pict\\picw1\\wmetafile8\\bliptag1 0100}}`;

describe('PUB-70 pictures that are pasted', () => {
  const shelf = async (file: File) => {
    if (file.size > 3) throw new Error('太大');
    return {
      address: `/pictures/${file.name}-${Buffer.from(await file.arrayBuffer()).toString('hex')}`,
      width: 2,
      height: 1,
    };
  };
  const take = (html: string, rtf = '', files: readonly File[] = []) =>
    takePasted({ html, rtf, files }, shelf, (error) => (error as Error).message);
  const png = new File([new Uint8Array([9])], 'pasted.png', { type: 'image/png' });

  it('from Word come out of the RTF beside the page, and stand where they stood', async () => {
    const { html, says } = await take(WORD_PICTURE, `{\\rtf1 ${picture('pngblip', '0a0B')}}`);
    expect(html).toBe(
      '<p>流程：<img src="/pictures/pasted.png-0a0b" alt="办理流程示意" width="2" height="1">见上。</p>',
    );
    expect(says).toBe('粘贴的 1 张图片放进了正文，请逐张写上说明文字。');
  });
  it('from WPS, each its own, by their order; a drawing no page shows is told of', async () => {
    const { html, says } = await take(WPS_PICTURE, `{\\rtf1 ${picture('jpegblip', '01')}${picture('emfblip', '02')}}`);
    expect(html).toBe('<p data-align="center"><img src="/pictures/pasted.jpg-01" alt="" width="2" height="1"></p>');
    expect(says).toMatch(/粘贴的 1 张图片放进了正文.*有 1 张图片没有带进来：剪贴板里只有/);
  });
  it.each([
    ['in points', '\\piccropl0\\piccropr567'],
    ['as a property', '{\\*\\picprop{\\sp{\\sn cropFromTop}{\\sv 16384}}}'],
  ])('PUB-108 what Word cut off does not come along: %s', async (_, cut) => {
    const rtf = picture('pngblip', '01').replace('\\picscalex100', cut);
    const { html, says } = await take(WORD_PICTURE, `{\\rtf1 ${rtf}}`);
    expect([html, says]).toEqual(['<p>流程：见上。</p>', expect.stringContaining('裁剪过的图片')]);
  });
  it.each([
    ['a shape alone', VML_ALONE],
    ['of another site', '<p>文<img src="https://example.com/a.png"></p>'],
    ['whose number is not that of the RTF', WPS_PICTURE],
  ])('%s, of which there is no more than the address, are told of', async (_, page) => {
    const { html, says } = await take(
      page,
      `{\\rtf1 ${picture('pngblip', '01')}}`.repeat(page === WPS_PICTURE ? 3 : 0),
    );
    expect(html).not.toContain('<img');
    expect(says).toContain('没有带进来：剪贴板里只有它在原来电脑或者网站上的地址');
  });
  it('as data in the address, or as a file beside the page or alone', async () => {
    expect((await take('<p><img src="data:image/gif;base64,AQI="></p>')).html).toContain('/pictures/pasted.gif-0102');
    expect((await take(VML_ALONE, '', [png])).html).toContain('/pictures/pasted.png-09');
    expect((await take('', '', [png])).html).toBe('<img src="/pictures/pasted.png-09" alt="" width="2" height="1">');
  });
  it('that are not taken say why, and the text comes all the same', async () => {
    const { html, says } = await take(WORD_PICTURE, `{\\rtf1 ${picture('pngblip', '01020304')}}`);
    expect([html, says]).toEqual(['<p>流程：见上。</p>', '粘贴的图片没有放进来：太大']);
  });
  it('of ours stay, and text without pictures is no matter of theirs', () => {
    const ours = '<p>文<img src="/pictures/x" alt="图"></p>';
    expect(pasted(ours)).toBe(ours);
    expect(placesIn({ html: ours, rtf: '', files: [png] })).toEqual([]);
    expect(placesIn({ html: WPS, rtf: '', files: [] })).toEqual([]);
  });
  it('an RTF that breaks off does no harm', () => expect(rtfPictures('{\\rtf1{\\pict\\pngblip 0')).toHaveLength(1));
});
