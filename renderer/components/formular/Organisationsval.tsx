import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Tree,
  TreeItem,
  TreeItemLayout,
} from '@fluentui/react-components';
import { Organization20Regular } from '@fluentui/react-icons';
import { useMemo, useState } from 'react';
import type { Organisation } from '../../../shared/domain/katalog/records.ts';
import { IconButton } from '../IconButton.tsx';
import { Faltrad } from './Faltrad.tsx';
import { type Faltprops, useFormularlage } from './kontext.ts';
import { type Val, Valkontroll } from './Valfalt.tsx';

const useStyles = makeStyles({
  rad: { display: 'flex', gap: '4px', alignItems: 'center', minWidth: 0 },
  val: { flexGrow: 1, minWidth: 0 },
  trad: { maxHeight: '360px', overflowY: 'auto' },
});

/** What the user has chosen before and which branches of the tree are open; `useOrganisationsminne` keeps it. */
export type Organisationsminne = {
  senaste: readonly string[];
  oppna: readonly string[];
  onOpen: (oppna: string[]) => void;
  onVald: (id: string) => void;
};

type Organisationer = readonly { id: string; data: Organisation }[];
export type Organisationsvalprops = Faltprops & {
  organisationer: Organisationer;
  varde: string | undefined;
  onVarde: (id: string) => void;
  minne: Organisationsminne;
};

/** Organisation: the recent ones first, all by typing, or from the tree whose open branches are remembered (FORB-10). */
export function Organisationsval({ organisationer, varde, onVarde, minne, anvandsInte, ...rad }: Organisationsvalprops) {
  const css = useStyles();
  const { leave } = useFormularlage();
  const [trad, setTrad] = useState(false);
  const val = useMemo(() => valAv(organisationer, minne.senaste), [organisationer, minne.senaste]);
  const choose = (id: string) => {
    minne.onVald(id);
    onVarde(id);
  };
  return (
    <>
      <Faltrad {...rad} krav={anvandsInte === undefined && rad.krav === true}>
        <span className={css.rad}>
          <span className={css.val}>
            <Valkontroll
              val={val}
              varde={anvandsInte === undefined ? varde : undefined}
              onVarde={choose}
              onLeave={() => leave(rad.falt)}
              tomText={anvandsInte}
              avstangd={anvandsInte !== undefined}
            />
          </span>
          {anvandsInte === undefined && (
            <IconButton namn={`Visa ${rad.etikett} som träd`} ikon={<Organization20Regular />} onClick={() => setTrad(true)} />
          )}
        </span>
      </Faltrad>
      {trad && (
        <Traddialog
          organisationer={organisationer}
          minne={minne}
          onClose={() => setTrad(false)}
          onChoose={(id) => {
            setTrad(false);
            choose(id);
          }}
        />
      )}
    </>
  );
}

function valAv(organisationer: Organisationer, senaste: readonly string[]): Val[] {
  const recent = senaste.flatMap((id) => organisationer.find((one) => one.id === id) ?? []).slice(0, 5);
  const grupp = recent.length > 0 ? 'Alla' : undefined;
  return [
    ...recent.map(({ id, data }) => ({ varde: id, namn: data.namn, grupp: 'Senast valda' })),
    ...organisationer.filter((one) => !recent.includes(one)).map(({ id, data }) => ({ varde: id, namn: data.namn, grupp })),
  ];
}

type Dialogprops = { organisationer: Organisationer; minne: Organisationsminne; onChoose: (id: string) => void; onClose: () => void };

function Traddialog({ organisationer, minne, onChoose, onClose }: Dialogprops) {
  const css = useStyles();
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface style={{ maxWidth: '520px' }}>
        <DialogBody>
          <DialogTitle>Välj organisation</DialogTitle>
          <DialogContent className={css.trad}>
            <Tree
              aria-label="Organisationer"
              size="small"
              openItems={minne.oppna}
              onOpenChange={(_, { openItems }) => minne.onOpen([...openItems].map(String))}
            >
              <Grenar organisationer={organisationer} parentId={undefined} onChoose={onChoose} />
            </Tree>
          </DialogContent>
          <DialogActions>
            <Button size="small" onClick={onClose}>
              Avbryt
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Grenar({
  organisationer,
  parentId,
  onChoose,
}: Pick<Dialogprops, 'organisationer' | 'onChoose'> & { parentId: string | undefined }) {
  return organisationer
    .filter(({ data }) => data.parentId === parentId)
    .map(({ id, data }) => {
      const isBranch = organisationer.some((one) => one.data.parentId === id);
      return (
        <TreeItem key={id} value={id} itemType={isBranch ? 'branch' : 'leaf'} onKeyDown={(event) => event.key === 'Enter' && onChoose(id)}>
          <TreeItemLayout
            onClick={isBranch ? undefined : () => onChoose(id)}
            actions={isBranch ? <Valj namn={data.namn} onChoose={() => onChoose(id)} /> : null}
          >
            {data.namn}
          </TreeItemLayout>
          {isBranch && (
            <Tree>
              <Grenar organisationer={organisationer} parentId={id} onChoose={onChoose} />
            </Tree>
          )}
        </TreeItem>
      );
    });
}

/** A unit with units below is opened by a click; this one chooses it. */
function Valj({ namn, onChoose }: { namn: string; onChoose: () => void }) {
  return (
    <Button
      size="small"
      aria-label={`Välj ${namn}`}
      onClick={(event) => {
        event.stopPropagation();
        onChoose();
      }}
    >
      Välj
    </Button>
  );
}
