// The five categories to choose from, each with its key and the question that decides.
import { Kbd, UnstyledButton } from '@mantine/core';
import { CATEGORIES, type Category } from '../../gql/words';
import { CATEGORY_ICONS, categoryColor } from '../../kit/CategoryBadge';
import { useWords } from '../../words/words';
import classes from './review.module.css';

type Props = {
  legend: string;
  chosen: Category | null;
  disabled: boolean;
  onChoose: (category: Category) => void;
};

export function Choices({ legend, chosen, disabled, onChoose }: Props) {
  const { shell, voc } = useWords();
  return (
    <fieldset className={classes.choices} disabled={disabled}>
      <legend className={classes.legend}>{legend}</legend>
      {CATEGORIES.map((category, index) => {
        const Icon = CATEGORY_ICONS[category];
        return (
          <UnstyledButton
            key={category}
            className={classes.choice}
            aria-pressed={chosen === category}
            onClick={() => onChoose(category)}
            style={{ '--choice-color': categoryColor(category) } as React.CSSProperties}
          >
            <Icon size={18} stroke={1.8} aria-hidden className={classes.choiceIcon} />
            <span>
              <span className={classes.choiceName}>{shell.categories[category]}</span>
              <span className={classes.choiceTest}>{voc.meanings[category].test}</span>
            </span>
            <Kbd size="xs" aria-hidden>
              {index + 1}
            </Kbd>
          </UnstyledButton>
        );
      })}
    </fieldset>
  );
}
