// Lets go of a file that brought nothing, after asking.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useMutation } from 'urql';
import { paths } from '../paths';
import { Confirm } from '../people/Confirm';
import { announce } from '../people/refusals';
import { useImportWords } from '../words/importing';
import { DiscardImport, type Import } from './importing.gql';

export function Discard({ subject }: { subject: Import }) {
  const words = useImportWords();
  const { importing } = words;
  const [asking, setAsking] = useState(false);
  const [, discard] = useMutation(DiscardImport);
  const navigate = useNavigate();
  if (!subject.abilities.discard) return <span />;
  return (
    <>
      <Button variant="subtle" color="gray" onClick={() => setAsking(true)}>
        {importing.discard}
      </Button>
      {asking && (
        <Confirm
          title={importing.discardTitle}
          go={importing.discardGo}
          danger
          onClose={() => setAsking(false)}
          onGo={async () => {
            const { error } = await discard({ input: { importId: subject.id } });
            if (error) return error;
            announce(words, importing.discarded);
            await navigate(paths.imports);
          }}
        >
          {importing.discardText}
        </Confirm>
      )}
    </>
  );
}
