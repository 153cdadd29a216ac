'use client'

import clsx from 'clsx'
import { useCombobox } from 'downshift'
import { LoaderCircle, Search, X } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import { AutocompleteOption, SearchMessage, type AutocompleteItem } from './autocomplete-parts'
import { Field, type FieldProps } from './field-base'
import { useAsyncSearch } from './use-async-search'

export type { AutocompleteItem }

type Props<Item extends AutocompleteItem> = FieldProps & {
  /** The hidden field holding the chosen id; also the id of the input, for the error summary. */
  name: string
  id?: string
  search: (query: string) => Promise<Item[]>
  onChange?: (item: Item | null) => void
  initialItem?: Item | null
  /** Also send what was typed, under this name: for a person not on the list. */
  textName?: string
  minLength?: number
  nothingFound?: ReactNode
  failed?: ReactNode
  disabled?: boolean
}

/**
 * Finds one thing by typing: waits for a pause, says how many were found, and keeps the chosen id in a hidden
 * field. With react-hook-form use a `Controller` and `onChange`.
 */
export function Autocomplete<Item extends AutocompleteItem>({
  name, id, search, onChange, initialItem = null, textName, minLength = 2, disabled,
  nothingFound = 'Nothing found. Check the spelling or try another word.',
  failed = 'We could not search just now. Try again in a moment.',
  ...field
}: Props<Item>) {
  const listId = useId()
  const inputId = id ?? name
  const found = useAsyncSearch(search, minLength)
  const [left, setLeft] = useState(false)

  const box = useCombobox<Item>({
    id: listId,
    inputId,
    items: found.items as Item[],
    initialSelectedItem: initialItem,
    itemToString: (item) => item?.title ?? '',
    itemToKey: (item) => item?.id ?? null,
    onInputValueChange: ({ inputValue, type }) => {
      if (type === useCombobox.stateChangeTypes.InputChange) found.ask(inputValue)
      else found.clear()
    },
    onSelectedItemChange: ({ selectedItem }) => onChange?.(selectedItem ?? null),
    stateReducer: (state, { type, changes }) => {
      const types = useCombobox.stateChangeTypes
      const { selectedItem, inputValue } = state
      // leaving the field keeps what was typed, and never chooses by accident
      if (type === types.InputBlur) return { ...changes, selectedItem, inputValue }
      // changing the words undoes the choice
      if (type !== types.InputChange) return changes
      return { ...changes, selectedItem: changes.inputValue === selectedItem?.title ? selectedItem : null }
    },
  })

  const chosen = box.selectedItem
  const open = box.isOpen && found.phase !== 'idle'
  const empty = found.phase === 'done' && found.items.length === 0
  const waiting = found.items.length === 0 ? 'Searching…' : null
  const message = found.phase === 'failed' ? failed : empty ? nothingFound : waiting
  const unchosen = left && box.inputValue && !chosen && !textName && !field.error

  return (
    <Field {...field} id={inputId}>
      {(control) => (
        <>
          <div className="relative">
            <Search className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-soft" />
            <input
              {...box.getInputProps({
                ...control,
                disabled,
                'aria-labelledby': undefined,
                onFocus: () => setLeft(false),
                onBlur: () => setLeft(true),
              })}
              name={textName}
              type="text"
              autoComplete="off"
              spellCheck={false}
              className="wm-control pr-11! pl-9!"
            />
            <span className="absolute top-1/2 right-1.5 flex -translate-y-1/2">
              {found.phase === 'loading' ? (
                <LoaderCircle className="m-1.5 size-4 animate-spin text-ink-soft motion-reduce:animate-none" />
              ) : chosen || box.inputValue ? (
                <button
                  type="button"
                  disabled={disabled}
                  aria-label="Clear"
                  className="rounded p-1.5 text-ink-soft hover:bg-sunk hover:text-ink"
                  onClick={() => {
                    box.selectItem(null)
                    document.getElementById(inputId)?.focus()
                  }}
                >
                  <X className="size-4" />
                </button>
              ) : null}
            </span>
            <ul
              {...box.getMenuProps({ 'aria-labelledby': undefined, 'aria-label': 'Results' })}
              className={clsx(
                'absolute inset-x-0 top-full z-20 mt-1 max-h-96 overflow-y-auto rounded border border-control',
                'bg-surface shadow-md',
                (!open || found.items.length === 0) && 'hidden',
              )}
            >
              {open
                ? found.items.map((item, index) => (
                    <AutocompleteOption
                      key={item.id}
                      item={item}
                      highlighted={box.highlightedIndex === index}
                      props={box.getItemProps({ item, index })}
                    />
                  ))
                : null}
            </ul>
            <SearchMessage
              visible={open ? message : null}
              spoken={open && found.phase === 'done' && !empty ? count(found.items.length) : null}
            />
            <input type="hidden" name={name} value={chosen?.id ?? ''} />
          </div>
          {unchosen ? (
            <p className="mt-1 font-semibold text-amber-text">
              Nothing is chosen yet. Pick one from the list, or clear this.
            </p>
          ) : null}
        </>
      )}
    </Field>
  )
}

function count(found: number) {
  return `${found} ${found === 1 ? 'result' : 'results'} found. Use the up and down arrows to choose.`
}
