package fr.passerelle.sheets.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.ConditionJugee;
import fr.passerelle.schemas.event.FonctionJugee;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Reponse;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.schemas.event.Unite;
import fr.passerelle.sheets.explanation.SeatPart.LiftFirst;
import java.util.List;
import org.junit.jupiter.api.Test;

public class LiftFirstTest {

    private static final Siege SEAT = new Siege(SiegeKind.SALLE, "S-1", "Salle du Bourg", "02001", "Le Bourg");

    @Test
    void saysWhatHasToBeLiftedOfAPlace() {
        assertThat(LiftFirst.of(
                        plan(lift("ACCORD_PROPRIETAIRE", Reponse.INCONNU), lift("ACCES_PLAIN_PIED", Reponse.NON)),
                        SEAT))
                .contains("À lever avant d’ouvrir\u00a0: l’accord du propriétaire (inconnu) et l’accès de plain-pied"
                        + " (absent).");
        assertThat(LiftFirst.of(plan(lift("ACCES_PLAIN_PIED", Reponse.INCONNU)), SEAT))
                .contains("À lever avant d’ouvrir\u00a0: l’accès de plain-pied (à vérifier).");
    }

    @Test
    void saysNothingOfAPlaceWhereNothingHasToBeLifted() {
        assertThat(LiftFirst.of(plan(), SEAT)).isEmpty();
        assertThat(LiftFirst.of(BarePlan.of("1").build(), SEAT)).isEmpty();
    }

    private static Plan plan(ConditionJugee... lift) {
        return BarePlan.of("1")
                .setSiege(SEAT)
                .setCandidates(List.of(candidate(SEAT, List.of(), List.of(lift))))
                .build();
    }

    /** A seat alone, whose agreement is unknown and which is not step-free. */
    public static List<Concurrent> candidates(Siege seat, List<FonctionJugee> fonctions) {
        return List.of(candidate(
                seat,
                fonctions,
                List.of(lift("ACCORD_PROPRIETAIRE", Reponse.INCONNU), lift("ACCES_PLAIN_PIED", Reponse.NON))));
    }

    private static Concurrent candidate(Siege seat, List<FonctionJugee> fonctions, List<ConditionJugee> lift) {
        return Concurrent.newBuilder()
                .setSiege(seat)
                .setCandidature(Candidature.RETENUE)
                .setFunctionsWanted(0)
                .setFunctionsConfirmed(2)
                .setPopulation(0)
                .setPopulationSteps(0)
                .setFonctions(fonctions)
                .setReasons(List.of())
                .setALever(lift)
                .build();
    }

    private static ConditionJugee lift(String condition, Reponse answer) {
        return new ConditionJugee(condition, answer, null, null, Unite.OUI_NON);
    }
}
