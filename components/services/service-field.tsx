'use client'

import clsx from 'clsx'
import { useCombobox } from 'downshift'
import { useState } from 'react'
import { hasWords } from '@/lib/pathway/find'
import { AutocompleteOption } from '../ui/autocomplete-parts'
import { Field } from '../ui/field'

/** A service as the field offers it; `lines` say why, and `words` is what it is found by. */
export type OfferedService = { id: string; title: string; lines: readonly string[]; words: string }

type Props = {
  /** The name that stands in the field. */
  name: string
  /** Its id in the directory; empty where it is not of the directory. */
  serviceId: string
  onChange: (name: string, serviceId: string) => void
  services: readonly OfferedService[]
  error?: string
}

const SHOWN = 8

/** Which service, as one types: the directory's, those that may help first, or any other name. */
export function ServiceField({ name, serviceId, onChange, services, error }: Props) {
  const [looking, setLooking] = useState('')
  const items = services.filter((service) => hasWords(service.words, looking)).slice(0, SHOWN)
  const set = (text: string) => onChange(text, services.find((service) => service.title.toLowerCase() === text.trim().toLowerCase())?.id ?? '')
  const box = useCombobox<OfferedService>({
    id: 'services',
    inputId: 'service',
    items,
    inputValue: name,
    selectedItem: null,
    itemToString: (item) => item?.title ?? '',
    itemToKey: (item) => item?.id ?? null,
    onSelectedItemChange: ({ selectedItem }) => selectedItem && set(selectedItem.title),
    onIsOpenChange: ({ isOpen }) => isOpen || setLooking(''),
    // leaving the field keeps what was typed, and never chooses by accident
    stateReducer: (_, { type, changes }) => (type === useCombobox.stateChangeTypes.InputBlur ? { ...changes, selectedItem: null, inputValue: name } : changes),
  })
  const open = box.isOpen && items.length > 0
  return (
    <Field id="service" label="Which service?" hint="Type a name or a kind of help, or press the down arrow to see what may help. It need not be in the directory." error={error}>
      {(field) => (
        <div className="relative">
          <input
            {...box.getInputProps({
              ...field,
              'aria-labelledby': undefined,
              // at once, and not after the list has been drawn: a letter typed fast must not jump
              onChange: (event) => {
                const { value } = event.currentTarget as HTMLInputElement
                set(value)
                setLooking(value)
              },
            })}
            name="service"
            type="text"
            autoComplete="off"
            className="wm-control"
          />
          <ul
            {...box.getMenuProps({ 'aria-labelledby': undefined, 'aria-label': 'Services' })}
            className={clsx('absolute inset-x-0 top-full z-20 mt-1 max-h-96 overflow-y-auto rounded border border-control bg-surface shadow-md', !open && 'hidden')}
          >
            {open
              ? items.map((item, index) => (
                  <AutocompleteOption
                    key={item.id}
                    item={{ id: item.id, title: item.title, description: item.lines }}
                    highlighted={box.highlightedIndex === index}
                    props={box.getItemProps({ item, index })}
                  />
                ))
              : null}
          </ul>
          {serviceId ? <p className="mt-1 text-[0.9375rem] text-ink-soft">From the directory.</p> : null}
        </div>
      )}
    </Field>
  )
}
