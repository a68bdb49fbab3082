/** The servers that all work stands on, and how they are configured: asked first, so that what is missing is said within seconds. */
@NullMarked
package fr.passerelle.batch.server;

import org.jspecify.annotations.NullMarked;
