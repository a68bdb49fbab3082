package fr.passerelle.sources.territory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.event.EpciDescribed;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceFactsTest {

    private final ReferenceFacts facts = ReferenceFacts.load();

    @Test
    void resolvesCodesOfTodayAndOfBefore() {
        assertThat(insee("02094")).isEqualTo("02094");
        assertThat(insee("02026")).isEqualTo("02458");
    }

    @Test
    void leavesAContradictoryFormerCodeToTheUser() {
        assertThat(facts.resolve("60455")).isInstanceOf(ReferenceFacts.Resolution.Contradictory.class);
    }

    @Test
    void tellsACountryFromACommune() {
        assertThat(facts.resolve("99132")).isEqualTo(new ReferenceFacts.Resolution.Abroad("99132"));
        assertThat(facts.resolve("99100")).isInstanceOf(ReferenceFacts.Resolution.Unknown.class);
        assertThat(facts.resolve("99000")).isInstanceOf(ReferenceFacts.Resolution.Unknown.class);
    }

    @Test
    void knowsNothingOfCommunesElsewhere() {
        assertThat(facts.resolve("02344")).isInstanceOf(ReferenceFacts.Resolution.Unknown.class);
        assertThat(facts.resolve("75056")).isInstanceOf(ReferenceFacts.Resolution.Unknown.class);
    }

    @Test
    void saysOfAnUnknownCommuneThatTheTablesLackIt() {
        assertThat(facts.resolve("2A004"))
                .asString()
                .contains("Aucune commune des tables employées n'a ce code INSEE")
                .doesNotContain("Picardie");
    }

    @Test
    void describesEveryEpciWithAllCommunesAndPlaces() {
        List<EpciDescribed> epcis = facts.described();

        assertThat(epcis).hasSize(57).isSortedAccordingTo((a, b) -> a.getEpci().compareTo(b.getEpci()));
        assertThat(epcis.stream().mapToInt(epci -> epci.getCommunes().size()).sum())
                .isEqualTo(2248);
        assertThat(epcis.stream()
                        .mapToInt(epci -> epci.getPublicPlaces().size())
                        .sum())
                .isEqualTo(652);
        assertThat(epcis.stream().mapToInt(EpciDescribed::getPopulation).sum()).isGreaterThan(1_900_000);
    }

    @Test
    void describesHauteSommeAsTheSourceDoes() {
        EpciDescribed epci = facts.described().getFirst();

        assertThat(epci.getEpci()).isEqualTo("200037059");
        assertThat(epci.getPopulation()).isEqualTo(26_393);
        assertThat(epci.getIllectronismeRate()).isEqualByComparingTo("21.6");
    }

    private String insee(String code) {
        return ((ReferenceFacts.Resolution.Known) facts.resolve(code)).commune().getInsee();
    }
}
