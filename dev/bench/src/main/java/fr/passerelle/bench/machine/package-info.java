/**
 * The real servers and the real programs, as the workstation starts them: one set of servers for everything that is measured, and for
 * each measure a deployment of its own.
 */
@NullMarked
package fr.passerelle.bench.machine;

import org.jspecify.annotations.NullMarked;
