"""Referrals of our own in layouts unlike the samples, each with what a careful coordinator reads in it."""

from types import ModuleType

from tests.reading.layouts import (
    abbreviations,
    acroform,
    adult_care,
    adult_concern,
    adult_pdf,
    adults_numbered,
    advice_bureau,
    advice_mail,
    adviser_mail,
    ambulance,
    army_welfare,
    asb_stacked,
    asylum_housing,
    attached_pdf,
    bank_mail,
    bilingual_ticks,
    borough_sections,
    bullet_mail,
    capitals,
    card_html,
    care_home,
    care_provider,
    carer_form,
    chaplaincy_pdf,
    charity_mail,
    chronology,
    church_mail,
    clinic_fields,
    club_answers,
    coded_form,
    college_bullets,
    columns_html,
    concern_lines,
    constabulary_pack,
    contact_centre,
    contact_record,
    controls,
    corrected_form,
    council_cross,
    council_standard,
    county_confirm,
    county_ruled,
    court_adviser,
    court_boxes,
    custody_nurse,
    dash_ticks,
    deaf_thread,
    dentist_letter,
    discharge_pdf,
    district_pdf,
    dotted_pdf,
    drug_grid,
    early_help,
    emergency_pdf,
    emergency_proforma,
    employer,
    eye_casualty,
    family_grid,
    family_rows,
    family_violence,
    fillable_above,
    fire_mail_form,
    flat_pdf,
    force_print,
    force_protection,
    foster_mail,
    gp_mail,
    gp_print,
    head_teacher,
    headed_letter,
    health_pdf,
    helpline_mail,
    hospital_list,
    hostel_note,
    housing,
    housing_grid,
    housing_html,
    hub_side,
    idva_referral,
    idva_sheet,
    interleaved_mail,
    jobcentre_mail,
    kinship_form,
    landlord_letter,
    landscape_pdf,
    lawyer_mail,
    legacy,
    legacy_grid,
    legacy_lines,
    letter,
    manager_agreed,
    maternity_pdf,
    mental_trust,
    merged_side,
    midwife,
    midwife_letter,
    migrant_service,
    mirrored,
    mixed_html,
    mother_daughter,
    named_person,
    national_local,
    newer_mail,
    nominal_table,
    northern,
    numbered_probation,
    nursery_mail,
    occurrence_print,
    officer_statement,
    out_of_hours,
    outlook_table,
    outreach_mail,
    overriding,
    panel_pdf,
    partnership_pages,
    people_columns,
    perinatal_letter,
    pharmacy_lines,
    plain_mail,
    police,
    police_grid,
    portal_print,
    portal_terms,
    prison,
    probation_first,
    programme_partner,
    question_rows,
    questions,
    radio_pdf,
    records_extract,
    recovery_service,
    refuge,
    refuge_transfer,
    resident_letter,
    ruled_parents,
    ruled_pdf,
    school,
    school_counsellor,
    school_log,
    school_print,
    scots,
    scots_council,
    sergeant_mail,
    sexual_health,
    shire_landscape,
    short_letter,
    side_panels,
    social_mail,
    solicitor_letter,
    stalking_service,
    sticker_sbar,
    surgery_letter,
    surgery_web_print,
    survivor_controls,
    survivor_service,
    tabbed,
    tenancy_form,
    thread,
    three_columns,
    tipped_pdf,
    tooltips,
    tracked,
    transfer,
    transposed,
    traveller_mail,
    trust_boxes,
    trust_columns,
    trust_nested,
    trust_stacked,
    two_columns,
    two_victims,
    union_rep,
    unitary_pdf,
    university,
    vet_letter,
    veterans_form,
    visitor_grid,
    vulnerable,
    ward_handover,
    warned_attachment,
    web_answers,
    web_form,
    welsh,
    young_controls,
    young_relationship,
    youth_columns,
    youth_numbered,
)

FIRST: tuple[ModuleType, ...] = (
    acroform, controls, flat_pdf, housing, legacy, letter, overriding, police, thread, two_victims,
)  # fmt: skip
LATER: tuple[ModuleType, ...] = (adult_care, plain_mail, refuge, ruled_pdf, school)
LAST: tuple[ModuleType, ...] = (gp_mail, midwife, three_columns, tipped_pdf, transposed, web_form)
NEWEST: tuple[ModuleType, ...] = (charity_mail, landscape_pdf, scots, tracked)
TWELVE: tuple[ModuleType, ...] = (
    advice_mail, capitals, emergency_pdf, family_violence, landlord_letter, mirrored,
    named_person, questions, school_print, tabbed, vulnerable, welsh,
)  # fmt: skip
TWELVE_MORE: tuple[ModuleType, ...] = (
    abbreviations, adult_concern, ambulance, dash_ticks, family_grid, mixed_html,
    newer_mail, people_columns, surgery_letter, survivor_service, tooltips, transfer,
)  # fmt: skip
THIRD_TWELVE: tuple[ModuleType, ...] = (
    concern_lines, employer, hospital_list, midwife_letter, northern, police_grid,
    prison, ruled_parents, trust_nested, two_columns, university, web_answers,
)  # fmt: skip
LATEST: tuple[ModuleType, ...] = (
    carer_form, county_ruled, drug_grid, social_mail, solicitor_letter, youth_numbered,
)  # fmt: skip
FINAL: tuple[ModuleType, ...] = (
    adult_pdf, fire_mail_form, housing_grid, idva_referral, legacy_lines, short_letter,
)  # fmt: skip
FOURTEEN: tuple[ModuleType, ...] = (
    army_welfare, asylum_housing, attached_pdf, bank_mail, care_home, coded_form, court_boxes,
    dentist_letter, family_rows, hostel_note, portal_terms, probation_first, question_rows, school_log,
)  # fmt: skip
FOURTH_TWELVE: tuple[ModuleType, ...] = (
    adults_numbered, card_html, chronology, club_answers, contact_record, force_print,
    jobcentre_mail, maternity_pdf, side_panels, sticker_sbar, vet_letter, warned_attachment,
)  # fmt: skip
EIGHT: tuple[ModuleType, ...] = (
    church_mail, college_bullets, columns_html, discharge_pdf,
    gp_print, out_of_hours, radio_pdf, union_rep,
)  # fmt: skip
LIKE_PUBLISHED: tuple[ModuleType, ...] = (
    adviser_mail, borough_sections, constabulary_pack, partnership_pages, trust_stacked, unitary_pdf,
)  # fmt: skip
AS_AREAS_PRINT: tuple[ModuleType, ...] = (
    bilingual_ticks, bullet_mail, emergency_proforma, head_teacher, numbered_probation, occurrence_print,
    outlook_table, panel_pdf, portal_print, shire_landscape, survivor_controls, tenancy_form,
)  # fmt: skip
TEN: tuple[ModuleType, ...] = (
    corrected_form, dotted_pdf, headed_letter, legacy_grid, manager_agreed, mental_trust, national_local,
    scots_council, trust_boxes, young_relationship,
)  # fmt: skip
SIX: tuple[ModuleType, ...] = (
    care_provider, county_confirm, court_adviser, migrant_service, nursery_mail, youth_columns,
)  # fmt: skip
SIX_MORE: tuple[ModuleType, ...] = (
    fillable_above, housing_html, merged_side, mother_daughter, officer_statement, ward_handover,
)  # fmt: skip
THREE: tuple[ModuleType, ...] = (health_pdf, hub_side, sergeant_mail)
OTHER_KINDS: tuple[ModuleType, ...] = (
    records_extract, eye_casualty, resident_letter, idva_sheet, deaf_thread, surgery_web_print, clinic_fields,
    early_help, programme_partner, stalking_service, contact_centre, traveller_mail,
)  # fmt: skip
OTHER_ELEVEN: tuple[ModuleType, ...] = (
    custody_nurse, perinatal_letter, advice_bureau, kinship_form, council_cross, veterans_form, nominal_table,
    helpline_mail, refuge_transfer, interleaved_mail, lawyer_mail,
)  # fmt: skip
OF_A_THIRD_HAND: tuple[ModuleType, ...] = (
    school_counsellor, trust_columns, chaplaincy_pdf, asb_stacked, foster_mail, pharmacy_lines, recovery_service,
    sexual_health,
)  # fmt: skip
EVERY = (
    FIRST
    + LATER
    + LAST
    + NEWEST
    + TWELVE
    + TWELVE_MORE
    + THIRD_TWELVE
    + LATEST
    + FINAL
    + FOURTEEN
    + FOURTH_TWELVE
    + EIGHT
    + LIKE_PUBLISHED
    + AS_AREAS_PRINT
    + TEN
    + SIX
    + SIX_MORE
    + THREE
    + OTHER_KINDS
    + OTHER_ELEVEN
    + OF_A_THIRD_HAND
)
# No reader was ever mended on these: they tell how a form that it has not met is read, so no test asks a score of them.
HELD_OUT: tuple[ModuleType, ...] = (
    council_standard, district_pdf, force_protection, outreach_mail, visitor_grid, young_controls,
)  # fmt: skip
