package fr.passerelle.cli;

import picocli.CommandLine.Command;

/** The audit: read, taken away, and erased of what is too old. */
@Command(
        name = "audit",
        description = "Le registre des gestes : qui a fait quoi, quand et pourquoi, par identifiant de compte.",
        subcommands = {AuditListCommand.class, AuditEraseCommand.class})
final class AuditCommand extends CommandGroup {}
