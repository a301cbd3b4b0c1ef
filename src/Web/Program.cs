using Linli.Web.Platform.Operation;

return await OperatorCommands.Run(args);
