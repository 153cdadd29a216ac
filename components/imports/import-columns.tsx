import { CLOSURE_REASONS, ETHNICITIES, LEGAL_STATUSES, SOURCES } from '@/lib/pathway/codes'
import { columnsOf, FILE_NAMES } from '@/lib/imports/view'
import { Details } from '../ui/details'
import { DataTable } from '../ui/table'

const CODES = [
  { title: 'Who told us (source_code)', set: SOURCES },
  { title: 'Ethnicity', set: ETHNICITIES },
  { title: 'Legal status', set: LEGAL_STATUSES },
  { title: 'Why a case closed (closure_reason)', set: CLOSURE_REASONS },
] as const

/** Which files and columns there are, what stands in each, and the codes that are written in them. */
export function ImportColumns() {
  return (
    <div>
      {FILE_NAMES.map((file) => (
        <Details key={file} summary={`The columns of ${file}`}>
          <DataTable
            caption={`Columns of ${file}`}
            captionHidden
            dense
            rows={columnsOf(file)}
            rowKey={({ column }) => column}
            columns={[
              { key: 'column', header: 'Column', cell: ({ column }) => column },
              { key: 'words', header: 'What it holds', cell: ({ words }) => <span className="wrap-anywhere">{words}</span> },
              { key: 'needed', header: 'Needed', cell: ({ needed }) => needed },
            ]}
          />
        </Details>
      ))}
      <Details summary="The codes of the census">
        {CODES.map(({ title, set }) => (
          <div key={title} className="mb-4">
            <p className="font-semibold">{title}</p>
            <ul>{set.map(({ code, label }) => <li key={code}><strong>{code}</strong> {label}</li>)}</ul>
          </div>
        ))}
      </Details>
      <Details summary="How the files are written">
        <ul>
          <li>CSV in UTF-8, with the names of the columns in the first line. Every column is there, also one that is empty throughout; their order does not matter.</li>
          <li>From a spreadsheet: save as “CSV UTF-8”, with commas between the columns.</li>
          <li>A child whom a contact or a case names is in children.csv, or came in earlier.</li>
        </ul>
      </Details>
    </div>
  )
}
