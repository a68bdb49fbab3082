/** What the campaign draws and tells, without a server. */
@NullMarked
package fr.passerelle.faults.campaign;

import org.jspecify.annotations.NullMarked;
