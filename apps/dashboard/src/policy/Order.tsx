import { ActionIcon } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../icons.js';
import style from './policy.module.css';

/** Moves one thing of a list up or down, or takes it out. */
export function Order({
  name,
  isFirst,
  isLast,
  onMove,
  onRemove,
}: {
  name: string;
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation();
  return (
    <span className={style.order}>
      <ActionIcon
        variant="default"
        size={32}
        aria-label={t('policy.moveUp', { name })}
        disabled={isFirst}
        onClick={() => onMove(-1)}
      >
        <Icon name="back" size={16} className={style.up} />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size={32}
        aria-label={t('policy.moveDown', { name })}
        disabled={isLast}
        onClick={() => onMove(1)}
      >
        <Icon name="back" size={16} className={style.down} />
      </ActionIcon>
      <ActionIcon variant="default" size={32} aria-label={t('policy.takeOut', { name })} onClick={onRemove}>
        <Icon name="remove" size={16} />
      </ActionIcon>
    </span>
  );
}
