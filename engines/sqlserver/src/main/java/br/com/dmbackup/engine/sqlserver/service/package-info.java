/**
 * Whether the server is there at all: asked of the network and, on this machine, of the operating system, and only
 * after a connection failed. Start at {@link br.com.dmbackup.engine.sqlserver.service.Unreached}.
 */
@NullMarked
package br.com.dmbackup.engine.sqlserver.service;

import org.jspecify.annotations.NullMarked;
