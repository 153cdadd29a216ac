import { perform } from '@/lib/access/web'
import { exportPack } from '@/lib/panels/pack'
import { panelPackPdf } from '@/lib/pdf/panel-pack'
import { pdfAnswer } from '../../../pdf-answer'

/** The panel pack of one's own agency as a file; of the agency in `agency` for whoever builds the agenda. */
export async function GET(request: Request, { params }: { params: Promise<{ panelId: string }> }) {
  const { panelId } = await params
  const agencyId = new URL(request.url).searchParams.get('agency')
  return pdfAnswer(await perform(exportPack, { panelId, ...(agencyId ? { agencyId } : {}) }), panelPackPdf, 'panel-pack.pdf')
}
