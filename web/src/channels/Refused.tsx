// Why a step was refused, beside the button that asked for it.
import { Alert } from '@mantine/core';

export function Refused({ text }: { text: string | null }) {
  if (!text) return null;
  return (
    <Alert color="red" role="alert" p="sm">
      {text}
    </Alert>
  );
}
