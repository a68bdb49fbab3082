package fr.passerelle.envelope.scenario;

import fr.passerelle.published.decision.StepMotive;
import fr.passerelle.schemas.event.Objectif;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an implantation of étapes is asked to be.
 *
 * @param asked stops for NOMBRE, per thousand of the inhabitants for COUVERTURE; null for MEME_NOMBRE
 * @param epcis SIREN of those that it is about; empty for all
 * @param run number of the published run that it starts from; null for the current one
 */
public record LocationRequest(
        Objectif objectif,
        @Nullable Integer asked,
        List<String> epcis,
        @Nullable Long run,
        StepMotive motive) {}
