package fr.passerelle.rules.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.rules.frequentation.RoomFacts;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.schemas.event.ModeleEconomique;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an EPCI expects of its tariffs is in no score, no proposal and no aid, whatever receipts the barème deducts. */
class TariffsTest {

    private static final ModeleEconomique MODEL = ModeleEconomique.newBuilder()
            .setSubscriptionPrice(new BigDecimal("25.00"))
            .setSubscriptionsHigh(450)
            .setOtherCharges(new BigDecimal("9500.00"))
            .build();

    @ParameterizedTest
    @ValueSource(strings = {"false", "true"})
    void moveNothingThatIsPublished(String deducted) {
        Bareme bareme = bareme(deducted);

        assertThat(results(bareme, told().setModele(MODEL))).isEqualTo(results(bareme, told()));
    }

    /** The test above would notice: the receipts that are declared do move the aid where the barème deducts them. */
    @Test
    void areNotTheReceiptsThatAreDeducted() {
        Bareme bareme = bareme("true");

        assertThat(results(bareme, told().setReceipts(new BigDecimal("50000.00"))))
                .isNotEqualTo(results(bareme, told().setModele(MODEL)));
    }

    private static Bareme bareme(String deducted) {
        return Baremes.read(Baremes.load(Baremes.DEFAULT)
                .text()
                .replace("recettes_deduites: {valeur: false", "recettes_deduites: {valeur: " + deducted));
    }

    private static EpciResults results(Bareme bareme, Intercommunalite.Builder told) {
        EpciDescribed epci = EpciDescribed.newBuilder(Facts.epci())
                .setIntercommunalite(told.build())
                .build();
        List<RoomFacts> rooms = List.of(Facts.room("S-1", Facts.twoFunctions(), 50));
        EpciResults results =
                EpciResults.of(new EpciFacts(Facts.SIREN, epci, rooms, List.of(), List.of()), Facts.AS_OF, bareme);
        assertThat(results.plan().orElseThrow().getAidTotal()).isPositive();
        return results;
    }

    private static Intercommunalite.Builder told() {
        return Intercommunalite.newBuilder()
                .setFunctionsWanted(List.of())
                .setCostAnimation1(new BigDecimal("60000.00"))
                .setReceipts(new BigDecimal("1200.00"));
    }
}
