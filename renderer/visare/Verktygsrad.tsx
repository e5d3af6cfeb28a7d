import { Input, Menu, MenuItemRadio, MenuList, MenuPopover, MenuTrigger, makeStyles } from '@fluentui/react-components';
import {
  ArrowRotateClockwise20Regular,
  ChevronDown16Regular,
  ChevronDown20Regular,
  ChevronUp20Regular,
  DocumentMultiple20Regular,
  Search20Regular,
  ZoomIn20Regular,
  ZoomOut20Regular,
} from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { IconButton } from '../components/IconButton.tsx';
import type { Skala } from './visning.ts';

const useStyles = makeStyles({
  rad: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    minHeight: '36px',
    padding: '2px 4px',
    flexShrink: 0,
    backgroundColor: 'var(--colorNeutralBackground1)',
    borderBottom: '1px solid var(--akHair)',
  },
  skala: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '2px',
    minWidth: '58px',
    height: '28px',
    border: '1px solid transparent',
    borderRadius: 'var(--borderRadiusMedium)',
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    fontVariantNumeric: 'tabular-nums',
    cursor: 'pointer',
    ':hover': { backgroundColor: 'var(--akHover)' },
  },
  luft: { flexGrow: 1 },
  sida: { display: 'inline-flex', alignItems: 'center', gap: '4px', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  nummer: { width: '44px', minWidth: 0, '& input': { textAlign: 'right', minWidth: 0 } },
});

const procent = [50, 75, 100, 125, 150, 200, 300, 400];

type Props = {
  sida: number;
  sidor: number;
  skala: Skala;
  /** How large it is now, 1 = the paper's own size. */
  faktor: number;
  miniatyrer: boolean;
  soker: boolean;
  onSida: (sida: number) => void;
  onSkala: (skala: Skala) => void;
  onZooma: (steg: 1 | -1) => void;
  onVrid: () => void;
  onMiniatyrer: () => void;
  onSok: () => void;
};

export function Verktygsrad(props: Props) {
  const { sida, sidor, skala, faktor, miniatyrer, soker, onSida, onSkala, onZooma, onVrid, onMiniatyrer, onSok } = props;
  const css = useStyles();
  const nu = `${Math.round(faktor * 100)} %`;
  const vald = typeof skala === 'number' ? String(Math.round(skala * 100)) : skala;
  return (
    <div className={css.rad} role="toolbar" aria-label="Dokumentets verktyg">
      <IconButton namn="Miniatyrer" tangent="F4" nedtryckt={miniatyrer} ikon={<DocumentMultiple20Regular />} onClick={onMiniatyrer} />
      <IconButton namn="Zooma ut" tangent="Ctrl+minus" ikon={<ZoomOut20Regular />} onClick={() => onZooma(-1)} />
      <Menu
        checkedValues={{ skala: [vald] }}
        onCheckedValueChange={(_, { checkedItems }) => {
          const [varde] = checkedItems;
          if (varde !== undefined) onSkala(varde === 'page-width' || varde === 'page-fit' ? varde : Number(varde) / 100);
        }}
      >
        <MenuTrigger disableButtonEnhancement>
          <button type="button" className={css.skala} aria-label={`Storlek: ${nu}`}>
            {nu}
            <ChevronDown16Regular aria-hidden />
          </button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItemRadio name="skala" value="page-width">
              Anpassa till bredden
            </MenuItemRadio>
            <MenuItemRadio name="skala" value="page-fit">
              Visa hela sidan
            </MenuItemRadio>
            {procent.map((ett) => (
              <MenuItemRadio key={ett} name="skala" value={String(ett)}>
                {`${ett} %`}
              </MenuItemRadio>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      <IconButton namn="Zooma in" tangent="Ctrl+plus" ikon={<ZoomIn20Regular />} onClick={() => onZooma(1)} />
      <IconButton namn="Vrid sidorna" tangent="R" ikon={<ArrowRotateClockwise20Regular />} onClick={onVrid} />
      <IconButton namn="Sök i dokumentet" tangent="Ctrl+F" nedtryckt={soker} ikon={<Search20Regular />} onClick={onSok} />
      <span className={css.luft} />
      <span className={css.sida}>
        Sida
        <Sidnummer key={sida} sida={sida} sidor={sidor} className={css.nummer} onSida={onSida} />
        {`av ${sidor}`}
      </span>
      <IconButton
        namn="Föregående sida"
        tangent="vänsterpil"
        ikon={<ChevronUp20Regular />}
        hinder={sida <= 1 ? 'Det här är den första sidan' : undefined}
        onClick={() => onSida(sida - 1)}
      />
      <IconButton
        namn="Nästa sida"
        tangent="högerpil"
        ikon={<ChevronDown20Regular />}
        hinder={sida >= sidor ? 'Det här är den sista sidan' : undefined}
        onClick={() => onSida(sida + 1)}
      />
    </div>
  );
}

/** The page's number, which can be written over; what is no page of the document is put back. */
function Sidnummer({ sida, sidor, className, onSida }: Pick<Props, 'sida' | 'sidor' | 'onSida'> & { className: string }) {
  const [text, setText] = useState(String(sida));
  useEffect(() => setText(String(sida)), [sida]);
  const go = () => {
    const nummer = Number(text);
    if (Number.isInteger(nummer) && nummer >= 1 && nummer <= sidor) onSida(nummer);
    else setText(String(sida));
  };
  return (
    <Input
      size="small"
      className={className}
      aria-label={`Sida, av ${sidor}`}
      inputMode="numeric"
      value={text}
      onChange={(_, { value }) => setText(value)}
      onBlur={go}
      onKeyDown={(event) => {
        if (event.key === 'Enter') go();
        if (event.key === 'Escape') setText(String(sida));
      }}
    />
  );
}
