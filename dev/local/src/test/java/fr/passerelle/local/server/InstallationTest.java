package fr.passerelle.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.passerelle.local.process.LocalFault;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

    @Test
    void saysHowToBuildAMissingProgram(@TempDir Path nothing) {
        var installation = new Installation(nothing);

        assertThatExceptionOfType(LocalFault.class)
                .isThrownBy(installation::registryJar)
                .withMessageStartingWith("Programme des serveurs absent")
                .withMessageContaining("mvn -q package");
    }

    @Test
    void knowsWhereTheBuildPutsThem() {
        assertThat(Installation.find().registryJar()).exists();
    }
}
