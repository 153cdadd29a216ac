import type { Tx } from '../access/operation'

/** The tables that the chronology is drawn from, each with the child whom a row is about. */
export type ChronologyTable =
  | 'contact' | 'case_note' | 'referral' | 'cate_case' | 'assessment' | 'assessment_request'
  | 'case_session' | 'disclosure' | 'safety_plan' | 'panel_decision' | 'panel_item' | 'strategy_meeting'
  | 'case_review' | 'exit_proposal' | 'agreed_action' | 'enquiry' | 'sharing' | 'alert'

/**
 * In which of them anything about these children is within the sight of the person asking. One statement, so that
 * a record which has no panel, plan or enquiry costs none for each.
 */
export async function thereOf(tx: Tx, areaId: string, childIds: readonly string[]): Promise<ReadonlySet<ChronologyTable>> {
  const rows = await tx.$queryRaw<{ name: ChronologyTable }[]>`
    WITH asked AS (SELECT ${areaId}::uuid AS here, ${[...childIds]}::uuid[] AS children)
    SELECT 'contact' AS name WHERE EXISTS (SELECT FROM contact, asked WHERE area_id = here AND child_id = ANY (children))
    UNION ALL SELECT 'case_note' AS name WHERE EXISTS (SELECT FROM case_note, asked WHERE area_id = here AND child_id = ANY (children))
    UNION ALL SELECT 'referral' AS name WHERE EXISTS (SELECT FROM referral, asked WHERE area_id = here AND child_id = ANY (children))
    UNION ALL SELECT 'cate_case' AS name WHERE EXISTS (SELECT FROM cate_case, asked WHERE area_id = here AND child_id = ANY (children))
    UNION ALL SELECT 'assessment' AS name WHERE EXISTS (SELECT FROM assessment, asked WHERE area_id = here AND child_id = ANY (children))
    UNION ALL SELECT 'assessment_request' AS name WHERE EXISTS (SELECT FROM assessment_request, asked WHERE area_id = here AND child_id = ANY (children))
    UNION ALL SELECT 'case_session' AS name WHERE EXISTS (SELECT FROM case_session, asked WHERE area_id = here AND child_id = ANY (children))
    UNION ALL SELECT 'disclosure' AS name WHERE EXISTS (SELECT FROM disclosure, asked WHERE area_id = here AND child_id = ANY (children))
    UNION ALL SELECT 'safety_plan' AS name WHERE EXISTS (SELECT FROM safety_plan, asked WHERE area_id = here AND child_id = ANY (children))
    UNION ALL SELECT 'panel_decision' AS name WHERE EXISTS (SELECT FROM panel_decision, asked WHERE area_id = here AND child_id = ANY (children))
    UNION ALL SELECT 'panel_item' AS name WHERE EXISTS (SELECT FROM panel_item, asked WHERE area_id = here AND child_id = ANY (children))
    UNION ALL SELECT 'strategy_meeting' AS name WHERE EXISTS (SELECT FROM strategy_meeting, asked WHERE area_id = here AND child_id = ANY (children))
    UNION ALL SELECT 'case_review' AS name WHERE EXISTS (SELECT FROM case_review, asked WHERE area_id = here AND child_id = ANY (children))
    UNION ALL SELECT 'exit_proposal' AS name WHERE EXISTS (SELECT FROM exit_proposal, asked WHERE area_id = here AND child_id = ANY (children))
    UNION ALL SELECT 'agreed_action' AS name WHERE EXISTS (SELECT FROM agreed_action, asked WHERE area_id = here AND child_id = ANY (children))
    UNION ALL SELECT 'enquiry' AS name WHERE EXISTS (SELECT FROM enquiry, asked WHERE area_id = here AND child_id = ANY (children))
    UNION ALL SELECT 'sharing' AS name WHERE EXISTS (SELECT FROM sharing, asked WHERE area_id = here AND child_id = ANY (children))
    UNION ALL SELECT 'alert' AS name WHERE EXISTS (SELECT FROM alert, asked WHERE area_id = here AND child_id = ANY (children))`
  return new Set(rows.map(({ name }) => name))
}
