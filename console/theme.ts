/** One ink, one paper, one accent; dense, square, without gradients. The same values as variables stand in `base.css`. */
import type { ThemeConfig } from 'antd';

export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0b4f8a',
    colorInfo: '#0b4f8a',
    colorLink: '#0b4f8a',
    colorError: '#a61b1b',
    colorWarning: '#7a4b00',
    colorSuccess: '#1c6437',
    colorTextBase: '#1a1a1a',
    colorTextSecondary: '#4b5560',
    colorTextTertiary: '#4b5560',
    colorTextDescription: '#4b5560',
    colorTextPlaceholder: '#5f6b76',
    colorBorder: '#8994a0',
    colorBorderSecondary: '#cfd6dd',
    colorBgLayout: '#f4f6f8',
    borderRadius: 3,
    borderRadiusLG: 4,
    borderRadiusSM: 2,
    fontSize: 15,
    fontFamily: '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif',
    controlHeight: 36,
    motion: false,
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
    Table: { cellPaddingBlock: 10, cellPaddingInline: 12, headerBg: '#f4f6f8', headerSplitColor: 'transparent' },
    Form: { itemMarginBottom: 20, verticalLabelPadding: '0 0 4px' },
  },
};
