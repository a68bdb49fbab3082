package fr.passerelle.envelope.solver;

import fr.passerelle.envelope.rule.Certificate;
import fr.passerelle.envelope.rule.Envelope;
import fr.passerelle.envelope.rule.Programme;
import fr.passerelle.schemas.event.Niveau;
import fr.passerelle.schemas.event.Preuve;
import java.util.List;

/** The answer to an envelope, which the certificate of the rules accepted. */
record BestProgramme(Envelope envelope, Programme programme, List<Niveau> niveaux, Preuve preuve) {

    /** Refuses what the rules do not: an answer that breaks one, or whose levels are not those that the solver told. */
    BestProgramme {
        Certificate certificate = Certificate.of(envelope, programme);
        if (!certificate.holds()) {
            throw new IllegalStateException("The solver's answer breaks the rules: " + certificate.breaches());
        }
        List<Long> told = niveaux.stream().map(Niveau::getValue).toList();
        if (!certificate.levels().equals(told)) {
            throw new IllegalStateException(
                    "The solver's levels are " + told + ", the rules' are " + certificate.levels());
        }
    }
}
