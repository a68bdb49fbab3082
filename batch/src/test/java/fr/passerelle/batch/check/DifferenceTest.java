package fr.passerelle.batch.check;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EpciDescribed;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How two things are told apart: bytes, fields, JSON. */
class DifferenceTest {

    @Test
    void namesTheFirstByteThatDiffersAndBothItsValues() {
        assertThat(Difference.ofBytes(new byte[] {1, 2, 3}, new byte[] {1, 7, 3}))
                .isEqualTo("octet 1 : attendu 0x02, trouvé 0x07");
        assertThat(Difference.ofBytes(new byte[] {1, 2}, new byte[] {1}))
                .isEqualTo("octet 1 : attendu 0x02, trouvé la fin");
    }

    @Test
    void namesTheFirstFieldThatDiffersInsideAListOfRecords() {
        assertThat(Difference.ofFields(epci(10, 20), epci(10, 21))).contains("communes[1].population");
        assertThat(Difference.ofFields(epci(10), epci(10, 20))).contains("communes[1]");
        assertThat(Difference.ofFields(epci(10), epci(10))).isEmpty();
    }

    @Test
    void readsJsonAsTheDatabaseKeepsIt() {
        assertThat(Difference.isSameJson("{\"a\":1.10,\"b\":[1E-5]}", "{\"b\": [0.00001], \"a\": 1.1}"))
                .isTrue();
        assertThat(Difference.isSameJson("{\"a\":1}", "{\"a\":2}")).isFalse();
        assertThat(Difference.isSameJson("{\"a\":null}", "{}")).isFalse();
    }

    private static EpciDescribed epci(int... populations) {
        return EpciDescribed.newBuilder()
                .setEpci("200000001")
                .setName("CC")
                .setPopulation(100)
                .setCommunes(java.util.Arrays.stream(populations)
                        .mapToObj(population -> Commune.newBuilder()
                                .setInsee("80001")
                                .setName("Ici")
                                .setPopulation(population)
                                .setLatitude(49.5)
                                .setLongitude(2.5)
                                .build())
                        .toList())
                .setPublicPlaces(List.of())
                .build();
    }
}
