package fr.passerelle.faults.fault;

import fr.passerelle.faults.machine.LivingSystem;
import java.nio.file.Path;

/**
 * Where a strike takes place.
 *
 * @param system the system that works on a night
 * @param folder for files of the strike
 */
public record Stage(LivingSystem system, Path folder) {}
