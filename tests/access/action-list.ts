/**
 * Every server action and every route of the app, by file, with the operations that it may ask for. Written by
 * hand: a new one fails the tests until it stands here, and what it asks for is in the access matrix.
 */
export const ACTIONS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'app/(signed-in)/alerts/actions.ts': {
    acknowledgeAlertAction: ['alerts.acknowledge'],
    answerScreenAction: ['contacts.answer-screen'],
  },
  'app/(signed-in)/handover/actions.ts': {
    signOutAction: ['handovers.sign-out'],
    signInAction: ['handovers.sign-in'],
  },
  'app/(signed-in)/admin/actions.ts': {
    addAgencyAction: ['areas.add-agency'],
    addPersonAction: ['people.add'],
    revokeRoleAction: ['people.revoke-role'],
    restoreRoleAction: ['people.restore-role'],
    queueJobAction: ['jobs.queue'],
    setRoomAction: ['enquiries.set-room'],
    saveIndicatorsAction: ['indicators.save'],
    saveQuestionsAction: ['quality-audits.save-questions'],
    setSizeAction: ['quality-audits.set-size'],
    setLabelsAction: ['areas.set-labels'],
  },
  'app/(signed-in)/admin/templates/actions.ts': {
    saveTemplateAction: ['templates.save'],
  },
  'app/(signed-in)/assessments/actions.ts': {
    beginAssessmentAction: ['assessments.begin'],
    saveBlockAction: ['assessments.save-block'],
    finishAssessmentAction: ['assessments.finish'],
    askPartAction: ['assessments.ask-part'],
    answerPartAction: ['assessments.answer-part'],
  },
  'app/(signed-in)/sessions/actions.ts': {
    logSessionAction: ['casework.log-session'],
    recordOfferAction: ['casework.record-offer'],
  },
  'app/(signed-in)/supervision/actions.ts': {
    recordSupervisionAction: ['supervision.record'],
  },
  'app/(signed-in)/actions/actions.ts': {
    answerActionAction: ['actions.answer'],
  },
  'app/(signed-in)/exits/actions.ts': {
    holdReviewAction: ['reviews.hold'],
    proposeExitAction: ['exits.propose'],
    answerExitAction: ['exits.answer'],
    withdrawExitAction: ['exits.withdraw'],
    closeCaseAction: ['cases.close'],
    reopenCaseAction: ['cases.reopen'],
  },
  'app/(signed-in)/panels/actions.ts': {
    beginPanelAction: ['panels.begin'],
    addItemAction: ['panels.add-item'],
    deferItemAction: ['panels.defer-item'],
    inviteAgencyAction: ['panels.invite'],
    movePanelAction: ['panels.move'],
    attendAction: ['panels.attend'],
    leaveAction: ['panels.leave'],
    addNoteAction: ['panels.note'],
    declareConflictAction: ['panels.declare-conflict'],
    liftConflictAction: ['panels.lift-conflict'],
    answerPanelAction: ['panels.answer'],
    decideItemAction: ['panels.decide'],
  },
  'app/(signed-in)/cases/actions.ts': {
    allocateCaseAction: ['cases.allocate'],
  },
  'app/(signed-in)/cases/[caseId]/plan/actions.ts': {
    beginPlanAction: ['plans.begin'],
    savePlanAction: ['plans.save'],
    issuePlanAction: ['plans.issue'],
    addPlanActionAction: ['plans.add-action'],
    writingPlanAction: ['plans.writing'],
  },
  'app/(signed-in)/children/actions.ts': {
    editChildAction: ['children.edit'],
    searchAction: ['children.search'],
    identifyAction: ['children.identify'],
    possibleChildrenAction: ['screening.possible'],
    tellApartAction: ['screening.tell-apart'],
    askToJoinAction: ['screening.ask-to-join'],
    mergeChildrenAction: ['screening.merge'],
    undoJudgementAction: ['screening.undo'],
  },
  'app/(signed-in)/contacts/actions.ts': {
    logContactAction: ['contacts.log'],
    recordOnCaseAction: ['cases.record-call'],
    nameChildAction: ['contacts.name-child'],
    decideContactAction: ['contacts.decide'],
    searchChildrenAction: ['children.search'],
  },
  'app/(signed-in)/enquiries/actions.ts': {
    beginEnquiryAction: ['enquiries.begin'],
    askAnotherAction: ['enquiries.ask-another'],
    moveTimeAction: ['enquiries.move-time'],
    answerEnquiryAction: ['enquiries.answer'],
    correctEntryAction: ['enquiries.correct'],
    decideEnquiryAction: ['enquiries.decide'],
    judgeNameAction: ['enquiries.judge-name'],
    sendEnquiryAgainAction: ['enquiries.send-again'],
  },
  'app/(signed-in)/strategy/actions.ts': {
    callMeetingAction: ['strategy.call'],
    inviteAgencyAction: ['strategy.invite'],
    withdrawInvitationAction: ['strategy.withdraw'],
    recordAttendanceAction: ['strategy.attendance'],
    addFactAction: ['strategy.fact'],
    addDissentAction: ['strategy.dissent'],
    decideMeetingAction: ['strategy.decide'],
    issueMinutesAction: ['strategy.issue-minutes'],
    recordStepAction: ['strategy.record-step'],
  },
  'app/(signed-in)/directory/actions.ts': {
    addServiceAction: ['services.add'],
    changeServiceAction: ['services.change'],
    retireServiceAction: ['services.retire'],
    restoreServiceAction: ['services.restore'],
  },
  'app/(signed-in)/quality-audits/actions.ts': {
    drawAuditAction: ['quality-audits.draw'],
    answerItemAction: ['quality-audits.answer'],
    addThemeAction: ['quality-audits.add-theme'],
    recordTalkAction: ['quality-audits.record-talk'],
  },
  'app/(signed-in)/action-plan/actions.ts': {
    addPlanItemAction: ['action-plan.add'],
    updatePlanItemAction: ['action-plan.update'],
    checkPlanTableAction: ['action-plan.check-table'],
    importPlanTableAction: ['action-plan.import'],
  },
  'app/(signed-in)/password/actions.ts': {
    changePasswordAction: ['session.change-password'],
  },
  'app/(signed-in)/referrals/actions.ts': {
    acceptReferralAction: ['referrals.accept'],
    acknowledgeReferralAction: ['referrals.acknowledge'],
    takeOnReferralAction: ['referrals.take-on'],
    declineReferralAction: ['referrals.decline'],
    actOnReferralAction: ['referrals.act'],
    closeReferralAction: ['referrals.close'],
    sendOnAction: ['referrals.send-on'],
    tellReferrerAction: ['referrals.tell'],
    refuseSharingAction: ['sharing.refuse'],
    raiseChallengeAction: ['challenges.raise'],
    answerChallengeAction: ['challenges.answer'],
  },
}

export const ROUTES: typeof ACTIONS = {
  'app/(signed-in)/cases/[caseId]/plan/family/pdf/route.ts': { GET: ['plans.print-family'] },
  'app/api/drafts/route.ts': { PUT: ['drafts.save'], DELETE: ['drafts.discard'] },
  'app/(signed-in)/children/[childId]/chronology/export/route.ts': { GET: ['chronology.export'] },
  'app/api/session/route.ts': { POST: ['session.switch'], PUT: ['session.keep'] },
  'app/api/live/route.ts': { GET: ['live.follow'] },
  'app/api/sign-out/route.ts': { POST: ['session.end'] },
  // whether the database answers, and nothing that is in it
  'app/api/health/route.ts': { GET: [] },
  // next-auth's own: signing in, with its own tests
  'app/api/auth/[...nextauth]/route.ts': { GET: [], POST: [] },
}
