-- DMBackup: un login solo para las copias, con los mínimos permisos (base MCDados, login dmbackup).
-- Ejecútelo como administrador del servidor, en SQL Server Management Studio o con sqlcmd.
-- Cambie antes la contraseña; después indique la misma en "dmbackup init".

USE [master];
GO
-- El login. Requiere el modo de autenticación "SQL Server y Windows".
CREATE LOGIN [dmbackup] WITH PASSWORD = N'cambie esta contraseña';
-- Para comprobar copias (VERIFYONLY) y probarlas, restaurando al lado con otro nombre.
GRANT CREATE ANY DATABASE TO [dmbackup];
GO

USE [MCDados];
GO
CREATE USER [dmbackup] FOR LOGIN [dmbackup];
-- Para hacer la copia.
ALTER ROLE [db_backupoperator] ADD MEMBER [dmbackup];
-- Para contar las filas de cada tabla, sin poder leer ninguna.
GRANT VIEW DEFINITION TO [dmbackup];
GO

USE [msdb];
GO
-- Para leer el historial: copias nuestras y de otros programas, y páginas con defectos.
CREATE USER [dmbackup] FOR LOGIN [dmbackup];
GRANT SELECT ON dbo.backupset TO [dmbackup];
GRANT SELECT ON dbo.backupmediafamily TO [dmbackup];
GRANT SELECT ON dbo.suspect_pages TO [dmbackup];
GO

-- No es necesario: con esto DMBackup sabe el nombre de la cuenta del servicio y la muestra cuando la carpeta está cerrada para ella.
-- USE [master]; GRANT VIEW SERVER STATE TO [dmbackup];

-- Restaurar en lugar de la base en uso requiere más (sysadmin o dbcreator). No le dé eso a este login:
-- en ese momento use otro, escrito y no guardado: dmbackup restore --replace --as sa
