package fr.passerelle.rules.conversion;

import fr.passerelle.schemas.event.Candidature;

/** Where a rule leaves a place, and its reason. */
record Verdict(Candidature candidature, Reason reason) {}
