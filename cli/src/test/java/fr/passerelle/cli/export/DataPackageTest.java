package fr.passerelle.cli.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.passerelle.cli.dataset.Dataset;
import fr.passerelle.cli.dataset.Provenance;
import fr.passerelle.schemas.contract.Sha256;
import fr.passerelle.sheets.form.Table;
import fr.passerelle.sources.reject.UnusableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DataPackageTest {

    @TempDir
    private Path folder;

    @Test
    void describesEachFileByItsSizeItsHashAndItsColumns() throws IOException {
        JsonNode said = written(folder.resolve("jeux"), false);

        assertThat(said.get("resources")).hasSize(Dataset.values().length).allSatisfy(resource -> {
            Path file = folder.resolve("jeux").resolve(resource.get("path").asString());
            assertThat(resource.get("bytes").asLong()).isEqualTo(Files.size(file));
            assertThat(resource.get("hash").asString()).isEqualTo("sha256:" + Sha256.of(file));
            assertThat(resource.at("/dialect/delimiter").asString()).isEqualTo(";");
            assertThat(Files.readString(file).lines().findFirst().orElseThrow())
                    .isEqualTo(String.join(
                            ";",
                            resource.at("/schema/fields")
                                    .valueStream()
                                    .map(field -> field.get("name").asString())
                                    .toList()));
        });
        assertThat(said.at("/resources/0/schema/fields")
                        .valueStream()
                        .map(field -> field.get("type").asString()))
                .containsExactly("string", "integer", "number", "boolean", "date");
    }

    @Test
    void saysItsRunItsMonthAndItsHash() throws IOException {
        JsonNode said = written(folder, false);

        assertThat(said.get("name").asString()).isEqualTo("passerelle-n-000007");
        assertThat(said.get("created").asString()).isEqualTo("2017-11-30T22:59:59Z");
        assertThat(said.get("description").asString()).startsWith("RECONSTITUTION");
        assertThat(said.at("/passerelle/execution").asString()).isEqualTo("N-000007");
        assertThat(said.at("/passerelle/situation").asString()).isEqualTo("2017-10");
        assertThat(said.at("/passerelle/empreinte").asString()).isEqualTo("cd".repeat(32));
        assertThat(said.at("/passerelle").has("jeu")).isFalse();
    }

    @Test
    void isReusableOnlyWhereItIsPublic() throws IOException {
        assertThat(written(folder.resolve("interne"), false)
                        .at("/licenses/0/name")
                        .asString())
                .isEqualTo("other-closed");
        JsonNode published = written(folder.resolve("public"), true);
        assertThat(published.at("/licenses/0/name").asString()).isEqualTo("etalab-2.0");
        assertThat(published.get("name").asString()).isEqualTo("passerelle-n-000007-public");
    }

    @Test
    void givesTheSameBytesTwice() throws IOException {
        assertThat(written(folder.resolve("une"), false)).isEqualTo(written(folder.resolve("deux"), false));
        assertThat(folder.resolve("une/datapackage.json"))
                .hasSameBinaryContentAs(folder.resolve("deux/datapackage.json"));
    }

    @Test
    void replacesNothingUnlessAskedAndThenAll() throws IOException {
        Files.writeString(folder.resolve("lieux.csv"), "à moi");

        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> DataPackage.in(folder, false))
                .withMessageContaining("existe déjà");
        assertThat(folder.resolve("salles.csv")).doesNotExist();
        DataPackage.in(folder, true).add(Dataset.LIEUX, Extracts.small());
        assertThat(folder.resolve("lieux.csv")).content().contains("12");
    }

    private static JsonNode written(Path where, boolean published) throws IOException {
        Table<?> small = Extracts.small();
        Provenance provenance = new Provenance("essai", Extracts.ESSAI.run(), false, published);
        DataPackage files = DataPackage.in(where, false);
        Arrays.stream(Dataset.values()).forEach(each -> files.add(each, small));
        return JsonMapper.shared().readTree(Files.readString(files.describe(provenance)));
    }
}
