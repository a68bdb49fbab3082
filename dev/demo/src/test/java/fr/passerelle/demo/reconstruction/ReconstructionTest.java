package fr.passerelle.demo.reconstruction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconstructionTest {

    @Test
    void writesTheCommittedFilesAgainByteForByte(@TempDir Path folder) throws IOException {
        Reconstruction.write(CommittedData.ROOT, folder);

        for (String file : List.of(
                "salles.csv",
                "frequentation.csv",
                "intercommunalites.csv",
                "sites.csv",
                "territoires.csv",
                "besoins.csv",
                "ANOMALIES.csv")) {
            assertThat(folder.resolve(file)).as(file).hasSameBinaryContentAs(CommittedData.FOLDER.resolve(file));
        }
    }
}
