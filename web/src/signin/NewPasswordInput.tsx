// A password that is new: one clear rule, shown at will, never judged by signs and digits.
import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useWords } from '../words/words';

export function NewPasswordInput({ description, ...props }: PasswordInputProps) {
  const { signin } = useWords();
  return (
    <PasswordInput
      name="new-password"
      autoComplete="new-password"
      description={
        <>
          {signin.newPassword.rule}
          {description && (
            <>
              <br />
              {description}
            </>
          )}
        </>
      }
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      visibilityToggleFocusable
      visibilityToggleButtonProps={{ 'aria-label': signin.showPassword }}
      {...props}
    />
  );
}
