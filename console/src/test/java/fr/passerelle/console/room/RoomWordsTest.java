package fr.passerelle.console.room;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.page.Bundle;
import fr.passerelle.console.room.RoomListPage.RoomSearch.RoomOrder;
import fr.passerelle.console.room.RoomRow.Proposal;
import fr.passerelle.rules.frequentation.Flag;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.DecisionKind;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Grain;
import fr.passerelle.schemas.event.HostKind;
import fr.passerelle.schemas.event.Payeur;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoomWordsTest {

    private static final Set<String> KEYS = Bundle.keys("salles");

    @Test
    void hasFrenchWordsForEveryCode() {
        assertThat(KEYS)
                .containsAll(keys("salle.verdict.ETAPE_NOMADE.", Candidature.values()))
                .contains("salle.verdict.TIERS_LIEU.RETENUE", "salle.verdict.COMMUNALE_AUTONOME")
                .contains("salle.verdict.FERMEE", "salle.verdict.HORS_PLAN")
                .containsAll(keys("salles.etat.", FrequentationState.values()))
                .containsAll(keys("salles.colonne.", RoomOrder.values()))
                .containsAll(keys("salle.hote.", HostKind.values()))
                .containsAll(keys("salle.payeur.", Payeur.values()))
                .containsAll(keys("salle.decision.", DecisionKind.values()))
                .containsAll(keys("releves.grain.", Grain.values()))
                .containsAll(keys(
                        "salle.signal.",
                        Flag.DECLARED_HOURS,
                        Flag.SPREAD,
                        Flag.COPIED_SAMPLE,
                        Flag.STRUCTURAL_BREAK,
                        Flag.RECENT_DATA_THIN,
                        Flag.SMALL_NUMBERS));
    }

    @Test
    void namesWhatIsProposedAsTheMapsDo() {
        assertThat(Bundle.keys("intercommunalites"))
                .containsAll(keys("marque.", Proposal.Kind.values()))
                .contains("marque." + new Proposal(Proposal.Kind.ETAPE_NOMADE, "etape_nomade", true).words());
    }

    private static List<String> keys(String family, Enum<?>... codes) {
        return Stream.of(codes).map(code -> family + code.name()).toList();
    }
}
