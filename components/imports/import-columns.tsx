import { COLUMNS, FILE_NAMES } from '@/lib/imports/view'
import { Details } from '../ui/details'

/** Which files and columns there are, and how they are written. */
export function ImportColumns() {
  return (
    <Details summary="The files and their columns">
      <div className="space-y-3">
        {FILE_NAMES.map((file) => (
          <p key={file} className="wrap-anywhere"><strong>{file}</strong>: {COLUMNS[file].join(', ')}</p>
        ))}
        <ul className="list-disc space-y-1 pl-5">
          <li>CSV in UTF-8, with these names in the first line; the order does not matter.</li>
          <li>Dates as 2009-12-31, moments as 2016-04-01T14:30:00Z; a moment without a zone is London time.</li>
          <li>Several aliases, concerns or outcomes have | between them.</li>
          <li>Sources, ethnicities and reasons for closing are the codes of the census.</li>
          <li>A case is allocated by the e-mail address of somebody who holds cases here.</li>
        </ul>
      </div>
    </Details>
  )
}
