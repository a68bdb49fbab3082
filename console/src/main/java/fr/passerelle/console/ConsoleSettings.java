package fr.passerelle.console;

import fr.passerelle.schemas.contract.KafkaAccess;
import fr.passerelle.schemas.contract.RegistryClient.RegistryAccess;
import fr.passerelle.sheets.french.Mention;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the console is told (properties {@code passerelle.*}): the namespace of the live results, the partitions of the log, the brokers to
 * follow, empty where there are none.
 */
@ConfigurationProperties("passerelle")
public record ConsoleSettings(
        @DefaultValue("passerelle") String namespace,
        @DefaultValue("12") int partitions,
        @DefaultValue KafkaAccess kafka,
        @DefaultValue RegistryAccess registry,
        @DefaultValue Console console,
        @DefaultValue Mention mention) {

    /**
     * The console itself.
     *
     * @param operator the command that runs the operators' program, word by word; empty: the console starts nothing and says which command to type
     * @param firstPasswordFile where the password of the first account is; where no file is there, one is drawn and written to it
     * @param hosts names that it is asked by beside those of this machine, in small letters; under any other it answers nothing
     */
    public record Console(
            @DefaultValue List<String> operator,
            @DefaultValue("var/secret/console-admin") String firstPasswordFile,
            @DefaultValue Set<String> hosts) {}
}
