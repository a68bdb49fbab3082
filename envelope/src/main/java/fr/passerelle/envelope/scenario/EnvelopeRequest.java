package fr.passerelle.envelope.scenario;

import fr.passerelle.published.decision.StepMotive;
import fr.passerelle.schemas.event.Valeur;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What an envelope is asked to be.
 *
 * @param credits file of credits
 * @param run number of the published run that it starts from; null for the current one
 */
public record EnvelopeRequest(
        Path credits, Valeur valeur, @Nullable Long run, StepMotive motive) {}
