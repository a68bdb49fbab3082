package fr.passerelle.rules.explanation;

import static fr.passerelle.schemas.event.Candidature.A_INSTRUIRE;
import static fr.passerelle.schemas.event.Candidature.EX_AEQUO;
import static fr.passerelle.schemas.event.Candidature.FONCTIONS_INSUFFISANTES;
import static fr.passerelle.schemas.event.Levier.FONCTION_CONFIRMEE;
import static fr.passerelle.schemas.event.Levier.FONCTION_PERDUE;
import static fr.passerelle.schemas.event.Levier.PRESENCES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.rules.frequentation.RoomFacts;
import fr.passerelle.schemas.event.Contrefactuel;
import fr.passerelle.schemas.event.Hosting;
import fr.passerelle.schemas.event.Plan;
import org.junit.jupiter.api.Test;

/** Among several rooms and sites each change is tried on its own place, with the others as they are. */
class ContrefactuelsOfSeveralTest {

    /**
     * S-1 and P-2 fill two functions and nothing separates them. S-2 and P-1 lack the animateur whom nobody was asked about; S-3 and P-3
     * have none, and nothing single gives them two functions.
     */
    @Test
    void changesOnePlaceAndLeavesTheOthers() {
        assertThat(plan().getContrefactuels())
                .extracting(
                        Contrefactuel::getOn,
                        Contrefactuel::getLevier,
                        Contrefactuel::getBefore,
                        Contrefactuel::getAfter,
                        Contrefactuel::getSeatBefore,
                        Contrefactuel::getSeatAfter)
                .containsExactly(
                        tuple("room:S-1", PRESENCES, EX_AEQUO, A_INSTRUIRE, null, "P-2"),
                        tuple("room:S-1", FONCTION_PERDUE, EX_AEQUO, FONCTIONS_INSUFFISANTES, null, "P-2"),
                        tuple("room:S-2", FONCTION_CONFIRMEE, FONCTIONS_INSUFFISANTES, EX_AEQUO, null, null),
                        tuple("site:P-1", FONCTION_CONFIRMEE, FONCTIONS_INSUFFISANTES, EX_AEQUO, null, null),
                        tuple("site:P-2", FONCTION_PERDUE, EX_AEQUO, FONCTIONS_INSUFFISANTES, null, "S-1"));
    }

    /** 600 a year for a third of 1 000 inhabitants: usage 100, tendance 64, regularite 100, so 92 of 65 points of weight. */
    @Test
    void tellsTheScoreOfTheRoomItChangesAndNoneOfASite() {
        assertThat(plan().getContrefactuels())
                .extracting(Contrefactuel::getScoreBefore, Contrefactuel::getScoreAfter)
                .containsExactly(tuple(92, 76), tuple(92, 92), tuple(92, 92), tuple(null, null), tuple(null, null));
    }

    private static Plan plan() {
        Hosting two = Facts.twoFunctions().build();
        Hosting unknown = Facts.mediation().build();
        Hosting one = Facts.mediation().setAnimateurEtpHundredths(0).build();
        EpciFacts rooms = Facts.of(
                new RoomFacts(Facts.room("S-2", unknown), Facts.monthly(30)),
                new RoomFacts(Facts.room("S-3", one), Facts.monthly(1)),
                new RoomFacts(Facts.room("S-1", two), Facts.monthly(50)));
        return Facts.plan(
                Facts.with(rooms, Facts.site("P-2", two), Facts.site("P-3", one), Facts.site("P-1", unknown)));
    }
}
