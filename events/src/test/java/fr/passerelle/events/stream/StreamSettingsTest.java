package fr.passerelle.events.stream;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.contract.Topics;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class StreamSettingsTest {

    /** {@code up} waits for the number; containers differ by the host alone. */
    @Test
    void tellsTheBrokerTheProcessAndItsHost() throws UnknownHostException {
        assertThat(StreamSettings.clientId(new Topics("passerelle")))
                .startsWith("passerelle.events-" + ProcessHandle.current().pid() + "-")
                .endsWith("-" + InetAddress.getLocalHost().getHostName());
    }
}
