"""Who works in the invented county and may sign in: account, name, role, and the agency that they speak for."""

from marac.access.roles import Role

PEOPLE = (
    ("coordinator", "Wren Aldous", Role.COORDINATOR, "Fellshire Council Community Safety"),
    ("administrator", "Ivo Penhallow", Role.ADMINISTRATOR, "Fellshire Council Community Safety"),
    ("chair", "Maud Tarrant", Role.CHAIR, "Fellshire Police"),
    ("police", "Sorrel Blythe", Role.REPRESENTATIVE, "Fellshire Police"),
    ("childrens-services", "Dov Marchetti", Role.REPRESENTATIVE, "Fellshire Children's Services"),
    ("housing", "Ffion Ravenhill", Role.REPRESENTATIVE, "Meadowbank Homes"),
    ("adviser", "Nkechi Oduya-Lane", Role.IDVA, "Calderwick Domestic Abuse Service"),
    ("school-nurse", "Petra Holloway", Role.REFERRER, "Fellshire Schools"),
    ("community-safety", "Halina Prothero", Role.REPRESENTATIVE, "Fellshire Council Community Safety"),
    ("adult-services", "Gethin Oakshott", Role.REPRESENTATIVE, "Fellshire Adult Services"),
    ("primary-care", "Amara Thistlewood", Role.REPRESENTATIVE, "Fellshire Primary Care"),
    ("hospitals", "Leonie Cartmell", Role.REPRESENTATIVE, "Fellshire Hospitals"),
    ("mental-health", "Tobias Wrenfield", Role.REPRESENTATIVE, "Fellshire Mental Health"),
    ("probation", "Sunniva Garrick", Role.REPRESENTATIVE, "Fellshire Probation"),
    ("recovery", "Idris Penmarric", Role.REPRESENTATIVE, "Turning Leaf Recovery"),
    ("schools", "Beatrix Lowther", Role.REPRESENTATIVE, "Fellshire Schools"),
    ("data-protection", "Marguerite Sallow", Role.DATA_PROTECTION, "Fellshire Council Community Safety"),
    ("steering", "Rhodri Castellan", Role.STEERING, "Fellshire Council Community Safety"),
)
