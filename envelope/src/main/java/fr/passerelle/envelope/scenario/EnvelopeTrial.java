package fr.passerelle.envelope.scenario;

import fr.passerelle.published.current.PublishedRun;
import fr.passerelle.schemas.event.Enveloppe;

/**
 * What credits would fund, and from which run that was computed.
 *
 * @param run a published one
 */
public record EnvelopeTrial(PublishedRun run, Enveloppe answer) {}
