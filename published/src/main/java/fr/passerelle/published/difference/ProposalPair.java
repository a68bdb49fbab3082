package fr.passerelle.published.difference;

import fr.passerelle.rules.explanation.Proposals;

/** What was proposed and what a replay proposes, of what the replay is about. */
public record ProposalPair(Proposals before, Proposals after) {}
